import type { IconName } from './icons.ts';

/** What a source is, told by the words in its text and address; the first that fits. */
const KINDS: readonly { readonly icon: IconName; readonly words: RegExp }[] = [
  { icon: 'announcement', words: /status[\s._-]?page|statuspage|status\.[a-z]/i },
  { icon: 'alert', words: /\b(alerts?|pagerduty|opsgenie|page[rd]?|prometheusrule)\b|\bPD\b/i },
  { icon: 'graph', words: /\b(grafana|dashboards?|panel|graph|metrics?|datadog|kibana)\b/i },
  { icon: 'message', words: /(^|\s)#[a-z0-9_-]+|\b(slack|chat|teams|zoom|meet|call|e?mail)\b/i },
  { icon: 'change', words: /\b(pull|merge_requests|commit|compare|pr|diff)\b|(github|gitlab)\.[a-z]/i },
  { icon: 'release', words: /\b(deploy(ment|s)?|release|rollout|argo)\b/i },
  { icon: 'log', words: /\b(logs?|kubectl|terminal|console|shell|output)\b/i },
];

/** The icon of a source, from its text and its addresses together. */
export function sourceKind(words: string): IconName {
  return KINDS.find((kind) => kind.words.test(words))?.icon ?? 'link';
}
