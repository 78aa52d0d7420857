import { withinSentence } from './withinSentence.ts';

/**
 * A question that leads one level deeper, drawn from the answer above. Only a suggestion: it is shown in an empty
 * question and becomes text when a person takes it.
 *
 * The clause that says the cause (after a `because` or a colon, else the first sentence) is turned around where
 * it has an auxiliary that stands early enough to be its own (`The bundle is built …`: `Why is the bundle built
 * …?`), else it is asked about as a whole (`Why is it that …?`).
 *
 * @param names words that keep their capital within a sentence
 * @returns null when there is no answer to ask about
 */
export function suggestedQuestion(answer: string, names: ReadonlySet<string> = NO_NAMES): string | null {
  const clause = shortened(causeIn(answer.replace(/\s+/g, ' ').trim()));
  if (clause === '') return null;
  const words = clause.split(' ');
  const at = words.findIndex((word, index) => AUXILIARIES.has(plain(word)) && helps(words, index));
  const subject = words.slice(0, at);
  const turns = at > 0 && at <= LONGEST_SUBJECT && !subject.some((word) => breaksSubject(word));
  return turns
    ? `Why ${plain(words[at] ?? '')} ${withinSentence(subject.join(' '), names)} ${words.slice(at + 1).join(' ')}`.trimEnd() +
        '?'
    : `Why is it that ${withinSentence(clause, names)}?`;
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** A longer subject is more likely a clause of its own whose verb was overlooked. */
const LONGEST_SUBJECT = 6;

/** A longer question would not be read at a glance; it is cut where a part of the clause ends. */
const LONGEST_CLAUSE = 110;

const AUXILIARIES: ReadonlySet<string> = new Set(
  [
    'is',
    'are',
    'was',
    'were',
    'has',
    'have',
    'had',
    'does',
    'do',
    'did',
    'can',
    'could',
    'will',
    'would',
    'should',
  ].flatMap((word) => [word, `${word}n't`]),
)
  .add("can't")
  .add("won't");

/** Whether `have` or `do` stands before another verb, and is not the verb itself (`the services have no limit`). */
function helps(words: readonly string[], at: number): boolean {
  const auxiliary = plain(words[at] ?? '').replace(/n't$/, '');
  if (!/^(has|have|had|does|do|did)$/.test(auxiliary)) return true;
  const next = words
    .slice(at + 1)
    .find((word) => !/^(not|never|also|already|only|since|just|always|ever)$/i.test(word));
  if (/^ha/.test(auxiliary)) return /(ed|en|n|t|ade|one|ome)$/i.test(next ?? '');
  return next !== undefined && !/^(nothing|it|that|this|so|no|a|an|the|its|their)$/i.test(next);
}

const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[,;:]$/, '');

const breaksSubject = (word: string): boolean =>
  /[,;:]$/.test(word) || /^(that|which|who|whose|when|where|while|because|if|as|so|and|but)$/i.test(word);

/** The part of an answer that says the cause. */
function causeIn(answer: string): string {
  const sentence = /^.*?[.!?](?=\s|$)/.exec(answer)?.[0] ?? answer;
  const bare = sentence.replace(/[\s.!?…]+$/, '');
  const deeper = /(?:\bbecause\b|:\s)\s*(?!of\b)(.+)$/i.exec(bare)?.[1]?.trim();
  return deeper !== undefined && deeper.split(' ').length >= 3 ? deeper : bare;
}

function shortened(clause: string): string {
  if (clause.length <= LONGEST_CLAUSE) return clause;
  const head = clause.slice(0, LONGEST_CLAUSE);
  const part = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '));
  return part > LONGEST_CLAUSE / 3 ? head.slice(0, part) : `${head.slice(0, head.lastIndexOf(' '))} …`;
}
