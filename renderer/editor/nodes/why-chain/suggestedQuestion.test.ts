import { describe, expect, it } from 'vitest';
import { suggestedQuestion } from './suggestedQuestion.ts';

describe('suggestedQuestion', () => {
  it('turns a clause around its auxiliary', () => {
    expect(suggestedQuestion('The bundle is built from issuers marked active in the inventory.')).toBe(
      'Why is the bundle built from issuers marked active in the inventory?',
    );
    expect(suggestedQuestion("The canary didn't open new connections")).toBe(
      "Why didn't the canary open new connections?",
    );
  });

  it('asks about the whole clause where nothing can be turned around', () => {
    expect(
      suggestedQuestion('The inventory retires an issuer when its last known certificate expires.'),
    ).toBe('Why is it that the inventory retires an issuer when its last known certificate expires?');
  });

  it('asks about what comes after a because or a colon', () => {
    expect(suggestedQuestion('Payments failed: the gateway could not reach the vault.')).toBe(
      'Why could the gateway not reach the vault?',
    );
    expect(suggestedQuestion('It was missed because nobody is asked which recipe fits.')).toBe(
      'Why is nobody asked which recipe fits?',
    );
  });

  it('takes the first of several sentences', () => {
    expect(suggestedQuestion('Memory was exhausted. The parser holds the whole cart.')).toBe(
      'Why was memory exhausted?',
    );
  });

  it('takes the capital from a word that only begins the sentence', () => {
    expect(suggestedQuestion('Memory spiked on every host')).toBe(
      'Why is it that memory spiked on every host?',
    );
    expect(suggestedQuestion('Burn-rate alerts were off')).toBe('Why were burn-rate alerts off?');
    expect(suggestedQuestion("Nobody's pager rang")).toBe("Why is it that nobody's pager rang?");
  });

  it('keeps the capital of a name', () => {
    for (const name of ['DNS', 'MySQL', 'Node.js', 'Kubernetes', 'Redis-backed', 'P99', 'Monday'])
      expect(suggestedQuestion(`${name} traffic spiked`)).toBe(`Why is it that ${name} traffic spiked?`);
    expect(suggestedQuestion('Checkout was restarted by hand', new Set(['Checkout']))).toBe(
      'Why was Checkout restarted by hand?',
    );
  });

  it('does not take the verb of a relative clause for that of the sentence', () => {
    expect(suggestedQuestion('The limit that was set in March still holds')).toBe(
      'Why is it that the limit that was set in March still holds?',
    );
  });

  it('does not take have or do for an auxiliary where they are the verb', () => {
    expect(suggestedQuestion('The services have no common configuration.')).toBe(
      'Why is it that the services have no common configuration?',
    );
    expect(suggestedQuestion('The canary did nothing.')).toBe('Why is it that the canary did nothing?');
    expect(suggestedQuestion('The limit had never been copied.')).toBe(
      'Why had the limit never been copied?',
    );
  });

  it('cuts a long clause where a part of it ends', () => {
    const long =
      'The two services use independent configurations, and the limits drifted when the gateway was rewritten in the first quarter of the year';
    expect(suggestedQuestion(long)).toBe('Why is it that the two services use independent configurations?');
  });

  it('suggests nothing for an empty answer', () => {
    expect(suggestedQuestion('')).toBeNull();
    expect(suggestedQuestion('  ')).toBeNull();
    expect(suggestedQuestion('...')).toBeNull();
  });
});
