import { expect, it } from 'vitest';
import { shownTicket } from './ticket.ts';

it('shows text as it is', () => {
  expect(shownTicket('SEC-3120')).toEqual({ words: 'SEC-3120', address: null, whole: null });
});

it('shows an address by the key of its ticket', () => {
  expect(shownTicket('https://jira.example/browse/SEC-3120?focus=1').words).toBe('SEC-3120');
  expect(shownTicket('https://github.com/acme/shop/issues/42').words).toBe('#42');
});

it('shows another address by its last part, or by its host where that is long or missing', () => {
  expect(shownTicket('https://tracker.example/tasks/refund-limit').words).toBe('refund-limit');
  expect(shownTicket('https://tracker.example/').words).toBe('tracker.example');
  expect(shownTicket(`https://tracker.example/${'x'.repeat(60)}`).words).toBe('tracker.example');
});

it('shows the start of a long one, and says all of it beside', () => {
  const { words, whole } = shownTicket('x'.repeat(300));
  expect(words).toBe(`${'x'.repeat(48)}…`);
  expect(whole).toBe('x'.repeat(300));
});

it('shows the link of an import by its words', () => {
  expect(shownTicket('[T-6](https://t.example/6)')).toMatchObject({
    words: 'T-6',
    address: 'https://t.example/6',
  });
  expect(shownTicket('[T-6](javascript:alert)')).toMatchObject({
    words: '[T-6](javascript:alert)',
    address: null,
  });
});

it('follows no address that the link policy refuses', () => {
  expect(shownTicket('javascript:alert(1)')).toMatchObject({ words: 'javascript:alert(1)', address: null });
  expect(shownTicket('//evil.example/SEC-1').address).toBeNull();
});
