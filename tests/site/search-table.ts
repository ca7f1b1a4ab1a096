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
  ['p99', `${QUESTION}/tail-latency/`],
  ['TTL', `${QUESTION}/redis-eviction-and-ttl/`],
  ['MTTR', `${CONCEPT}/incidents/`, `${STORY}/outage/`, `${QUESTION}/incident/`],
  ['STAR', '/stories/', `${SHEET}/star/`],
  ['EKS', `${CONCEPT}/aws-and-terraform/`, `${QUESTION}/terraform-modules/`],
  ['RDS', `${CONCEPT}/aws-and-terraform/`, `${QUESTION}/terraform-modules/`],
  ['CDC', `${QUESTION}/cache-invalidation/`],
  ['LFU', `${QUESTION}/redis-eviction-and-ttl/`, `${CONCEPT}/redis/`],
  ['SCAYLE', `${BRIEF}/company/`],
]

export const GO_WORDS: readonly Row[] = [
  ['context.Context', `${CONCEPT}/go-fundamentals/`, `${QUESTION}/goroutine-leaks/`],
  ['pprof', `${QUESTION}/profiling/`, `${CONCEPT}/profiling/`],
  ['singleflight', `${QUESTION}/cache-invalidation/`, `${CONCEPT}/redis/`],
  ['errgroup', `${CONCEPT}/go-fundamentals/`, `${QUESTION}/goroutine-leaks/`],
  ['goleak', `${QUESTION}/goroutine-leaks/`],
  ['GOMAXPROCS', `${CONCEPT}/profiling/`, `${QUESTION}/profiling/`],
  ['GOMEMLIMIT', `${CONCEPT}/profiling/`, `${QUESTION}/profiling/`],
  ['GracefulStop', `${QUESTION}/goroutine-leaks/`, `${CONCEPT}/grpc-and-proto/`],
  ['errors.Is', `${QUESTION}/errors-and-dependencies/`],
  ['defer', `${CONCEPT}/go-fundamentals/`],
  ['interface', `${CONCEPT}/go-fundamentals/`, `${QUESTION}/errors-and-dependencies/`],
  ['benchstat', `${CONCEPT}/profiling/`, `${QUESTION}/profiling/`],
  ['database/sql', `${CONCEPT}/node-to-go/`],
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
  ['replica lag', `${STORY}/outage/`],
  ['proto', `${QUESTION}/proto-design/`, `${CONCEPT}/grpc-and-proto/`],
  ['terraform', `${QUESTION}/terraform-modules/`, `${CONCEPT}/aws-and-terraform/`],
  ['streaming', `${QUESTION}/streaming-or-unary/`],
  ['tail latency', `${QUESTION}/tail-latency/`],
  ['cursor pagination', `${STORY}/listing-api/`, `${CONCEPT}/catalog-design/`, `${QUESTION}/catalog-api/`],
  ['dependency injection', `${QUESTION}/errors-and-dependencies/`],
  ['alert fatigue', `${CONCEPT}/observability/`, `${QUESTION}/slos-and-alerts/`],
  ['node.js', `${CONCEPT}/node-to-go/`],
]

export const PHRASES: readonly Row[] = [
  ['tell me about yourself', `${BRIEF}/fit/`, `${BRIEF}/highlights/`],
  ['what are your weaknesses', `${BRIEF}/fit/`],
  ['questions to ask the interviewer', '/asks/'],
  ['how to prevent goroutine leaks', `${QUESTION}/goroutine-leaks/`],
  ['design a catalog api', `${QUESTION}/catalog-api/`],
  ['slow sql query', `${QUESTION}/slow-sql/`],
  ['cache invalidation price stock', `${QUESTION}/cache-invalidation/`],
  ['idempotent cart retries', `${QUESTION}/idempotent-cart/`],
  ['when to use streaming', `${QUESTION}/streaming-or-unary/`],
  ['first 90 days', `${BRIEF}/strategy/`, `${QUESTION}/seniority/`],
  ['how much money should I ask for', `${BRIEF}/red-flags/`],
  ['disagree with a design decision', `${QUESTION}/disagreement/`],
  ['show go code', `${QUESTION}/go-projects/`],
  ['how to impress them', `${BRIEF}/closing/`],
  ['redis eviction policies', `${QUESTION}/redis-eviction-and-ttl/`, `${CONCEPT}/redis/`],
  ['go gap', `${BRIEF}/strategy/`, `${BRIEF}/fit/`],
  ['last minute', `${SHEET}/day-of/`],
  ['backward compatibility', `${QUESTION}/proto-design/`],
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
  ['kubernets', `${CONCEPT}/aws-and-terraform/`, `${BRIEF}/job/`],
  ['elasticach terraform', `${QUESTION}/terraform-modules/`, `${CONCEPT}/aws-and-terraform/`],
]

export const SPELT_RIGHT: readonly Row[] = [...ABBREVIATIONS, ...GO_WORDS, ...PLAIN_WORDS, ...PHRASES]
