import { expect, it } from 'vitest';
import { NO_FACTS } from '../markdown/facts/factLines.ts';
import { customerImpact } from '../time/incidentMetrics.ts';
import { impactWords, statedMinutes, statedText } from './impactWords.ts';

it('a stated impact is minutes, or the words of an import as they are', () => {
  expect(statedMinutes('75')).toBe(75);
  expect(statedText('75')).toBe('01:15');
  const inWords = { ...NO_FACTS, statedImpact: 'half an hour' };
  expect(statedMinutes(inWords.statedImpact)).toBeNull();
  expect(statedText(inWords.statedImpact)).toBe('half an hour');
  expect(impactWords(inWords, customerImpact([]))).toBe('half an hour, stated by hand');
});
