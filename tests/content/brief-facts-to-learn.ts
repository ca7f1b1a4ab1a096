/** What the brief said of questions, concepts and the sprint, and the file that must hold it. */
import type { Fact } from './brief-facts.ts'

const question = (name: string) => `questions/${name}.mdx`

export const QUESTIONS: readonly Fact[] = [
  ['concurrency and leaks', question('go-and-grpc/goroutine-leaks'), /gRPC server.*runs.*weeks/],
  ['errors and dependencies', question('go-and-grpc/errors-and-dependencies'), /errors.*Go.*dependencies/],
  ['proto, versions', question('go-and-grpc/proto-design'), /\.proto.*version.*and keep old clients/],
  ['profiling', question('go-and-grpc/profiling'), /CPU.*memory.*tools.*metrics/],
  ['streaming or unary', question('go-and-grpc/streaming-or-unary'), /stream.*unary/],
  ['catalog API', question('system-design/catalog-api'), /requirements.*caching, pagination, SLOs.*how fresh/],
  ['price and stock', question('system-design/cache-invalidation'), /Prices.*stock.*reads.*many.*near real time/],
  ['tail latency', question('system-design/tail-latency'), /critical endpoint.*latency/],
  ['idempotent cart', question('system-design/idempotent-cart'), /retries.*cart updates idempotent/],
  ['slow SQL', question('databases-and-caching/slow-sql'), /MySQL.*read load.*indexes, denormali[sz]ation.*read replicas/],
  ['Redis', question('databases-and-caching/redis-eviction-and-ttl'), /eviction strategies.*TTLs.*cache-aside against write-through/],
  ['Terraform', question('cloud-and-observability/terraform-modules'), /RDS, ElastiCache.*EKS/],
  ['SLOs', question('cloud-and-observability/slos-and-alerts'), /SLIs.*SLOs.*alerts.*noise/],
  ['incident', question('cloud-and-observability/incident'), /detected, mitigated.*communicated.*postmortem/],
  ['mentoring', question('behavioral/mentoring'), /junior engineers.*knowledge travel/],
  ['disagreement', question('behavioral/disagreement'), /design decision.*you did not agree with/],
  ['priorities', question('behavioral/shifting-priorities'), /Zalando.*priorities.*shift/],
  ['Go projects', question('gaps/go-projects'), /built.*Go.*code.*tests.*why.*chose/],
  ['seniority', question('gaps/seniority'), /five years.*more.*architecture.*leadership decisions/],
]

export const CONCEPTS: readonly Fact[] = [
  ['Go topics', 'concepts/go-fundamentals.mdx', /Goroutines.*Channels.*Race conditions.*defer.*Interfaces.*errors.*context\.Context/],
  ['Go exercise', 'concepts/go-fundamentals.mdx', /action:.*tutorial.*(?:CLI|command)/],
  ['gRPC topics', 'concepts/grpc-and-proto.mdx', /Unary.*streaming.*Deadlines.*timeouts.*Metadata.*Error codes/],
  ['gRPC exercise', 'concepts/grpc-and-proto.mdx', /action:.*client/],
  ['profiling exercise', 'concepts/profiling.mdx', /pprof.*a simple app.*flame graphs/],
  ['catalog topics', 'concepts/catalog-design.mdx', /data.*caching.*lists.*Read replicas.*eventual consistency.*SLOs/],
  ['20-minute whiteboard', 'concepts/catalog-design.mdx', /action:.*20.minute/],
  ['MySQL topics', 'concepts/mysql.mdx', /indexes.*EXPLAIN.*Rewriting queries.*Read replicas.*denormali[sz]ing/],
  ['Redis topics', 'concepts/redis.mdx', /Cache-aside against write-through.*Eviction policies.*Clustering.*persistence/],
  ['AWS topics', 'concepts/aws-and-terraform.mdx', /RDS.*ElastiCache.*EKS.*ECS.*Terraform module patterns.*IAM/],
  ['observability topics', 'concepts/observability.mdx', /SLIs.*SLOs.*Runbooks.*Alert fatigue.*OpenTelemetry.*Jaeger/],
  ['two incidents', 'concepts/incidents.mdx', /[Oo]ne.*two.*STAR.*detected.*mitigated.*postmortem/],
  ['Node.js to Go', 'concepts/node-to-go.mdx', /Caching patterns.*Database tuning.*CI\/CD patterns/],
]

export const PLAN: readonly Fact[] = [
  ['crash course', 'plan.yaml', /Syntax, goroutines, channels, context/],
  ['CRUD skeleton with mock data', 'plan.yaml', /\.proto.*mock data.*simple CRUD/],
  ['cache-aside, index, tests', 'plan.yaml', /cache-aside read, one SQL query.*an index.*simple tests/],
  ['pprof', 'plan.yaml', /pprof endpoints.*CPU.*a heap profile/],
  ['three stories', 'plan.yaml', /incident \(.*performance gain.*database.*Redis.*API designed across teams/],
  ['design mock', 'plan.yaml', /whiteboard.*SLOs, caching.*fallbacks/],
  ['six asks and the pitch', 'plan.yaml', /Choose six.*pitch/],
  ['three things to bring', 'plan.yaml', /GitHub link.*README.*notes.*Two.*three printed bullet points.*single page/],
]
