/** Systems whose names look like words that begin a sentence. */
const SYSTEMS: ReadonlySet<string> = new Set(
  'Ansible Azure Amazon Apache Cassandra Ceph Chrome Cilium Cloudflare Consul Datadog Debian Docker Elasticsearch Envoy Fastly Firefox Fluentd Google Grafana Hadoop Helm Istio Java Jenkins Jira Kafka Keycloak Kibana Kubernetes Linkerd Linux Logstash Mongo Nginx Okta Opsgenie Postgres Prometheus Puppet Python Redis Ruby Sentry Slack Spark Splunk Stripe Terraform Traefik Twilio Ubuntu Vercel Windows Zabbix Zookeeper Zoom'.split(
    ' ',
  ),
);

const DAYS_AND_MONTHS =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/;

/** Looks as an ordinary word does at the start of a sentence: `API`, `MySQL`, `Node.js` and `P0` do not. */
const ORDINARY = /^(?:A|(\p{Lu}\p{Ll}+)(?:['’-]\p{Ll}+)*)[,;:]?$/u;

/**
 * The first words of a sentence as they stand within one: with a small first letter, unless they begin with a name.
 *
 * @param names words that are names, as they are written
 */
export function withinSentence(words: string, names: ReadonlySet<string>): string {
  const [first = ''] = words.split(' ', 1);
  const ordinary = ORDINARY.exec(first);
  const stem = ordinary?.[1] ?? '';
  const isName =
    ordinary === null ||
    SYSTEMS.has(stem) ||
    DAYS_AND_MONTHS.test(stem) ||
    names.has(stem) ||
    names.has(first.replace(/[,;:]$/, ''));
  return isName ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
