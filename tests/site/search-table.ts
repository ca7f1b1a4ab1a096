/** What a candidate may type, and the page that ought to answer: the measure of the search's ranking. */

/** A query, and the pages that would satisfy whoever asks; more than one only where either is a full answer. */
export type Row = readonly [query: string, ...pages: string[]]

const QUESTION = '/questions'
const CONCEPT = '/concepts'
const STORY = '/stories'
const SHEET = '/sheets'
const BRIEF = '/brief'

export const ABBREVIATIONS: readonly Row[] = [
  ['SLO', `${QUESTION}/slos-and-alerts/`, `${CONCEPT}/observability/`],
  ['SLI', `${QUESTION}/slos-and-alerts/`, `${CONCEPT}/observability/`],
  ['IaC', `${CONCEPT}/aws-and-terraform/`],
  ['N+1', `${CONCEPT}/mysql/`, `${QUESTION}/tail-latency/`],
  ['p99', `${QUESTION}/tail-latency/`, `${QUESTION}/trace-a-slow-request/`],
  ['TTL', `${QUESTION}/redis-eviction-and-ttl/`],
  ['MTTR', `${CONCEPT}/incidents/`, `${STORY}/outage/`, `${QUESTION}/incident/`],
  ['STAR', '/stories/', `${SHEET}/star/`],
  ['EKS', `${CONCEPT}/aws-and-terraform/`, `${QUESTION}/terraform-modules/`],
  ['RDS', `${CONCEPT}/aws-and-terraform/`, `${QUESTION}/terraform-modules/`],
  ['CDC', `${QUESTION}/transactional-outbox/`, `${QUESTION}/cache-invalidation/`],
  ['LFU', `${QUESTION}/redis-eviction-and-ttl/`, `${CONCEPT}/redis/`],
  ['SCAYLE', `${BRIEF}/company/`, '/claims/'],
]

export const GO_WORDS: readonly Row[] = [
  ['context.Context', `${QUESTION}/context-and-cancellation/`],
  ['pprof', `${QUESTION}/profiling/`, `${CONCEPT}/profiling/`],
  ['singleflight', `${QUESTION}/hot-keys-and-stampedes/`],
  ['errgroup', `${CONCEPT}/go-fundamentals/`, `${CONCEPT}/node-to-go/`, `${QUESTION}/goroutine-leaks/`],
  ['goleak', `${QUESTION}/goroutine-leaks/`],
  ['GOMAXPROCS', `${QUESTION}/cpu-limits-and-autoscaling/`, `${QUESTION}/escape-and-gc/`],
  ['GOMEMLIMIT', `${QUESTION}/escape-and-gc/`],
  ['GracefulStop', `${QUESTION}/graceful-shutdown/`],
  ['errors.Is', `${QUESTION}/errors-and-dependencies/`],
  ['defer', `${CONCEPT}/go-fundamentals/`],
  ['interface', `${CONCEPT}/go-fundamentals/`, `${QUESTION}/errors-and-dependencies/`],
  ['benchstat', `${CONCEPT}/profiling/`, `${QUESTION}/profiling/`],
  ['database/sql', `${QUESTION}/connection-pools/`, `${CONCEPT}/node-to-go/`],
  ['goroutine', `${CONCEPT}/go-fundamentals/`, `${QUESTION}/goroutine-leaks/`],
]

export const PLAIN_WORDS: readonly Row[] = [
  ['salary', `${BRIEF}/red-flags/`],
  ['visa', `${BRIEF}/red-flags/`, '/asks/'],
  ['relocation', `${BRIEF}/red-flags/`, '/asks/'],
  ['remote', `${BRIEF}/red-flags/`],
  ['negotiation', `${BRIEF}/red-flags/`],
  ['red flags', `${BRIEF}/red-flags/`],
  ['why you', `${BRIEF}/fit/`],
  ['weaknesses', `${BRIEF}/fit/`],
  ['gaps', `${BRIEF}/fit/`],
  ['elevator pitch', `${BRIEF}/fit/`],
  ['Zalando', `${BRIEF}/company/`, `${QUESTION}/shifting-priorities/`],
  ['company values', `${BRIEF}/company/`],
  ['resume', `${BRIEF}/highlights/`],
  ['schedule', '/plan/'],
  ['mock interview', `${BRIEF}/next/`],
  ['mentoring', `${QUESTION}/mentoring/`],
  ['conflict', `${QUESTION}/disagreement/`],
  ['leadership', `${QUESTION}/seniority/`],
  ['whiteboard', `${SHEET}/design-sketch/`],
  ['cheat sheet', `${SHEET}/star/`],
  ['outage', `${STORY}/outage/`],
  ['replica lag', `${QUESTION}/replica-lag/`],
  ['proto', `${QUESTION}/proto-design/`, `${CONCEPT}/grpc-and-proto/`],
  ['terraform', `${QUESTION}/terraform-modules/`, `${CONCEPT}/aws-and-terraform/`],
  ['streaming', `${QUESTION}/streaming-or-unary/`],
  ['tail latency', `${QUESTION}/tail-latency/`],
  ['cursor pagination', `${QUESTION}/keyset-pagination/`],
  ['dependency injection', `${QUESTION}/errors-and-dependencies/`],
  ['alert fatigue', `${CONCEPT}/observability/`, `${QUESTION}/slos-and-alerts/`],
  ['node.js', `${CONCEPT}/node-to-go/`],
]

export const PHRASES: readonly Row[] = [
  ['tell me about yourself', `${BRIEF}/fit/`, `${BRIEF}/highlights/`],
  ['what are your weaknesses', `${BRIEF}/fit/`],
  ['questions to ask the interviewer', '/asks/'],
  ['how to prevent goroutine leaks', `${QUESTION}/goroutine-leaks/`],
  ['design a catalog api', `${QUESTION}/catalog-api/`, `${CONCEPT}/catalog-design/`],
  ['slow sql query', `${QUESTION}/slow-sql/`],
  ['cache invalidation price stock', `${QUESTION}/cache-invalidation/`],
  ['idempotent cart retries', `${QUESTION}/idempotent-cart/`],
  ['when to use streaming', `${QUESTION}/streaming-or-unary/`],
  ['first 90 days', `${BRIEF}/strategy/`, `${QUESTION}/seniority/`],
  ['how much money should I ask for', `${BRIEF}/red-flags/`],
  ['disagree with a design decision', `${QUESTION}/disagreement/`, `${STORY}/disagreement/`],
  ['show go code', `${QUESTION}/go-projects/`],
  ['how to impress them', `${BRIEF}/closing/`],
  ['redis eviction policies', `${QUESTION}/redis-eviction-and-ttl/`, `${CONCEPT}/redis/`],
  ['go gap', `${BRIEF}/strategy/`, `${BRIEF}/fit/`],
  ['last minute', `${SHEET}/day-of/`],
  ['backward compatibility', `${QUESTION}/proto-design/`],
]

/** What the role needs beyond the brief. */
export const FURTHER: readonly Row[] = [
  ['data race', `${QUESTION}/data-races/`],
  ['memory model', `${QUESTION}/data-races/`],
  ['append aliasing', `${QUESTION}/maps-and-slices/`],
  ['generics', `${QUESTION}/generics/`],
  ['interceptor', `${QUESTION}/interceptors/`],
  ['hedging', `${QUESTION}/retries-and-hedging/`],
  ['round_robin', `${QUESTION}/load-balancing/`],
  ['gRPC-Web', `${QUESTION}/grpc-web/`],
  ['GOGC', `${QUESTION}/escape-and-gc/`],
  ['escape analysis', `${QUESTION}/escape-and-gc/`],
  ['testcontainers', `${QUESTION}/testing-with-real-dependencies/`],
  ['fuzz', `${QUESTION}/table-and-fuzz-tests/`],
  ['load shedding', `${QUESTION}/load-shedding/`],
  ['outbox', `${QUESTION}/transactional-outbox/`],
  ['stampede', `${QUESTION}/hot-keys-and-stampedes/`],
  ['hash slot', `${QUESTION}/redis-cluster/`],
  ['OFFSET', `${QUESTION}/keyset-pagination/`],
  ['deadlock', `${QUESTION}/isolation-and-deadlocks/`],
  ['read your writes', `${QUESTION}/replica-lag/`],
  ['gh-ost', `${QUESTION}/online-schema-change/`],
  ['max_connections', `${QUESTION}/connection-pools/`],
  ['terraform state', `${QUESTION}/terraform-state-and-drift/`],
  ['liveness probe', `${QUESTION}/kubernetes-probes/`],
  ['HPA', `${QUESTION}/cpu-limits-and-autoscaling/`],
  ['error budget', `${QUESTION}/error-budgets/`],
  ['exemplar', `${QUESTION}/trace-a-slow-request/`],
  ['incident commander', `${QUESTION}/on-call-and-incident-command/`],
  ['code review', `${QUESTION}/code-review/`, '/review/'],
  ['saying no', `${QUESTION}/saying-no/`],
  ['why this company', `${QUESTION}/why-this-company/`],
  ['why lua', '/review/'],
  ['blue card', '/claims/', `${BRIEF}/red-flags/`],
  ['night before', '/claims/'],
]

export const MISSPELT: readonly Row[] = [
  ['gorutine', `${CONCEPT}/go-fundamentals/`, `${QUESTION}/goroutine-leaks/`],
  ['idempotant', `${QUESTION}/idempotent-cart/`],
  ['invaldation', `${QUESTION}/cache-invalidation/`],
  ['postmortom', `${CONCEPT}/incidents/`, `${QUESTION}/incident/`],
  ['terrafrom', `${QUESTION}/terraform-modules/`, `${CONCEPT}/aws-and-terraform/`],
  ['obsevability', `${CONCEPT}/observability/`],
  ['paginaton', `${STORY}/listing-api/`, `${CONCEPT}/catalog-design/`, `${QUESTION}/catalog-api/`, `${CONCEPT}/mysql/`],
  ['replicaton', `${STORY}/outage/`, `${CONCEPT}/mysql/`],
  ['evicton', `${QUESTION}/redis-eviction-and-ttl/`, `${CONCEPT}/redis/`],
  ['benchmrak', `${CONCEPT}/profiling/`, `${QUESTION}/profiling/`],
  ['personalizaton', `${STORY}/listing-api/`],
  ['salery', `${BRIEF}/red-flags/`],
  ['negotation', `${BRIEF}/red-flags/`],
  ['concurency', `${QUESTION}/goroutine-leaks/`, `${CONCEPT}/go-fundamentals/`],
  ['mentorring', `${QUESTION}/mentoring/`],
  ['seniorty', `${QUESTION}/seniority/`],
  ['weeknesses', `${BRIEF}/fit/`],
]

/** Misspelt so slightly that the index itself sees through it, and nothing needs to be corrected. */
export const NEARLY_RIGHT: readonly Row[] = [
  ['kubernets', `${QUESTION}/kubernetes-probes/`, `${CONCEPT}/aws-and-terraform/`],
  ['elasticach terraform', `${QUESTION}/terraform-modules/`, `${CONCEPT}/aws-and-terraform/`],
]

export const SPELT_RIGHT: readonly Row[] = [...ABBREVIATIONS, ...GO_WORDS, ...PLAIN_WORDS, ...PHRASES, ...FURTHER]
