/** Every point, figure, name and condition that the brief gave, and the file that must hold it. */

/** What the brief said, the file, and the words of the file that say it, in their order. */
export type Fact = readonly [fact: string, file: string, said: RegExp]

export const ROLE: readonly Fact[] = [
  ['title', 'guide.yaml', /Senior Golang Engineer \(m\/f\/d\)/],
  ['team', 'brief/job.mdx', /Shop Backend,.*the App & Web team/],
  ['places', 'guide.yaml', /places: \[Hamburg, Berlin\]/],
  ['remote-friendly', 'brief/job.mdx', /remote-friendly/],
  ['gRPC API in Go, hardened', 'brief/job.mdx', /gRPC API.*Go.*harden.*for production/],
  ['three clients', 'brief/job.mdx', /App, Desktop Web.*Mobile Web/],
  ['scalability, latency, reliability on AWS', 'brief/job.mdx', /faster, more scalable.*more reliable.*AWS/],
  ['agile squads, shared knowledge', 'brief/job.mdx', /cross-functional, agile squads.*share what.*know/],
  ['five years', 'brief/job.mdx', /Five.*more years.*complex backend APIs/],
  ['databases', 'brief/job.mdx', /Relational databases \(MySQL\).*Redis/],
  ['cloud tools', 'brief/job.mdx', /AWS, Terraform.*CloudFormation, Docker, Kubernetes/],
  ['SRE mindset', 'brief/job.mdx', /Observability.*an SRE mindset/],
  ['impact on conversion', 'brief/job.mdx', /catalog(?:ue)?, pricing, personali[sz]ation, cart.*conversion.*user experience/],
  ['e-commerce experience', 'brief/fit.mdx', /admin dashboard.*work.*the platform/],
  ['product, catalog, checkout', 'brief/fit.mdx', /product, catalog(?:ue)? and checkout flows/],
  ['certified on AWS', 'brief/fit.mdx', /AWS yourself.*hold.*certificate/],
  ['MySQL and Postgres tuning', 'brief/fit.mdx', /tuning.*MySQL.*Postgres/],
  ['retrospectives', 'brief/fit.mdx', /retrospectives/],
  ['Go gap', 'brief/fit.mdx', /Node\.js.*Python,.*your explicit Go experience.*limited/],
  ['about three years', 'brief/fit.mdx', /five.*more; you.*about three/],
  ['pitch', 'guide.yaml', /pitch: >-.*sample repository.*tests/],
  ['positioning line', 'guide.yaml', /positioning: >-.*Go.*gRPC/],
]

export const HIGHLIGHTS: readonly Fact[] = [
  ['10k+ users', 'brief/highlights.mdx', /TechSolutions Madrid.*more than 10,000 users/],
  ['REST APIs for web and mobile', 'brief/highlights.mdx', /REST APIs.*web.*mobile clients consume/],
  ['30 %', 'brief/highlights.mdx', /page load times.*about 30 % with query tuning, indexing.*schema changes/],
  ['Redis caching', 'brief/highlights.mdx', /Redis caching.*response times.*load off.*backend/],
  ['GitHub Actions', 'brief/highlights.mdx', /GitHub Actions.*Docker-based deployments/],
  ['AWS Certified Developer', 'brief/highlights.mdx', /AWS Certified Developer/],
  ['real-time analytics', 'brief/highlights.mdx', /dashboard.*analytics.*real.time/],
  ['ceremonies and postmortems', 'brief/highlights.mdx', /Agile ceremonies, code reviews, postmortems/],
]

export const COMPANY: readonly Fact[] = [
  ['mobile first, personalised', 'brief/company.mdx', /phone first,.*strong personali[sz]ation/],
  ['SCAYLE', 'brief/company.mdx', /SCAYLE,.*commerce platform sold.*other companies \(B2B\),.*payments/],
  ['AY Academy', 'brief/company.mdx', /AY Academy/],
  ['service levels and ownership', 'brief/company.mdx', /responsibility.*service levels,.*instrumentation.*for production/],
  ['Zalando, July 2025', 'brief/company.mdx', /strategic combination.*Zalando.*July 2025/],
  ['efficiency and stability', 'brief/company.mdx', /Efficiency.*stable operation/],
  ['shared platforms', 'brief/company.mdx', /payments.*SCAYLE.*platform/],
  ['strict targets on mobile', 'brief/company.mdx', /strict targets.*latency.*reliability/],
  ['coordination across teams', 'brief/company.mdx', /coordinate.*SCAYLE, Payments.*platform teams/],
]

export const ADVICE: readonly Fact[] = [
  ['name the gap', 'brief/strategy.mdx', /name.*gap yourself/],
  ['three years said aloud', 'brief/strategy.mdx', /three years.*backend work.*Node\.js.*Python.*certified as.*AWS developer/],
  ['MTTD and MTTR', 'brief/strategy.mdx', /\(MTTD\).*\(MTTR\)/],
  ['conversion or behaviour', 'brief/strategy.mdx', /conversion.*to.*way people used.*shop/],
  ['hardening', 'brief/strategy.mdx', /Health checks, graceful shutdown, circuit breakers, retries.*exponential backoff, rate limits/],
  ['realistic SLOs', 'brief/strategy.mdx', /realistic/],
  ['contracts and fallbacks', 'brief/strategy.mdx', /API contracts.*frontend.*product,.*which fallbacks/],
  ['proof with pprof', 'brief/strategy.mdx', /trade-offs,.*concurrency decisions.*the pprof output/],
  ['parallels', 'brief/strategy.mdx', /Connection pool.*Prepared statements.*Cache-aside/],
  ['first 90 days', 'brief/strategy.mdx', /own something.*weight.*the first 90 days/],
  ['target as a blank', 'brief/strategy.mdx', /\(blank:ninety-day-endpoint\).*\(blank:ninety-day-target\)/],
  ['visa support', 'brief/red-flags.mdx', /ABOUT YOU supports visas/],
  ['ask for the band', 'brief/red-flags.mdx', /ask.*the band/],
  ['hybrid rhythm', 'brief/red-flags.mdx', /hybrid rhythm.*what.*expected.*site.*Hamburg.*Berlin/],
  ['statement, approach, example', 'brief/questions.mdx', /explicit statement first,.*your approach,.*an example.*a metric/],
  ['four to six asks', 'brief/asks.mdx', /bring four.*six, chosen.*the person/],
  ['eight to twelve concepts', 'brief/concepts.mdx', /eight.*twelve focused items/],
  ['days or a week', 'brief/concepts.mdx', /two.*three focused days.*a week/],
  ['sample service', 'brief/concepts.mdx', /microservice.*Go.*gRPC.*reads from MySQL.*caches.*Redis.*README.*profiling notes.*tests/],
  ['outcome first', 'brief/closing.mdx', /outcome.*one sentence/],
  ['three choices', 'brief/closing.mdx', /three technical choices.*screenshots.*a pprof profile/],
  ['maturity', 'brief/closing.mdx', /runbooks, SLOs.*the observability tools/],
  ['merger and platforms', 'brief/closing.mdx', /Zalando merger.*SCAYLE.*Payments.*SLOs.*SLAs/],
  ['three offers', 'brief/next.mdx', /Full STAR answers.*three.*four.*60.*90 minutes.*README.*the sample repository/],
  ['48 to 72 hours', 'brief/plan.mdx', /48.*72 hours/],
  ['good luck', 'brief/next.mdx', /Good luck.*systems.*measured.*end.*end/],
]

export const FLAGS: readonly Fact[] = [
  ['no SLOs or runbooks', 'red-flags.yaml', /SLOs.*SLAs.*runbooks.*metrics.*incident/],
  ['blocked deployments', 'red-flags.yaml', /cannot deploy.*their own.*owns.*infrastructure.*deploy/],
  ['churn', 'red-flags.yaml', /People leave often,.*acquisitions.*stable.*roadmap/],
  ['no plan for Go', 'red-flags.yaml', /no plan.*getting into Go,.*mastery.*ramp.*AY Academy/],
]

export const STORIES: readonly Fact[] = [
  ['slow pages at peak', 'stories/performance.mdx', /peak/],
  ['EXPLAIN, indexes, Redis', 'stories/performance.mdx', /EXPLAIN.*indexes.*cache-aside/],
  ['30 % and a blank', 'stories/performance.mdx', /30 %.*\(blank:backend-cpu-drop\)/],
  ['fewer slow queries, dashboard', 'stories/performance.mdx', /slow queries.*dashboard/],
  ['hit rate', 'stories/performance.mdx', /hit rate/],
  ['replica lag and timeouts', 'stories/outage.mdx', /replica lag.*time/i],
  ['rollback, connections, promotion', 'stories/outage.mdx', /[Rr]olled back.*connection.*promot/],
  ['breaker and degradation', 'stories/outage.mdx', /circuit breaker.*degrad/],
  ['25 minutes', 'stories/outage.mdx', /25 minutes.*\(blank:outage-timing\)/],
  ['lag monitoring, runbook', 'stories/outage.mdx', /lag monitoring.*failover runbook/],
  ['cursor, keys, fallbacks, review', 'stories/listing-api.mdx', /cursor pagination, precomputed personali[sz]ation keys, defined fallbacks.*contract review/i],
  ['20 %', 'stories/listing-api.mdx', /time.*first render.*mobile 20 % better/],
  ['faster frontend', 'stories/listing-api.mdx', /frontend implemented faster/],
]
