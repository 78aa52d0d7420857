import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Avatar } from './Avatar.tsx';
import { Meter } from './Meter.tsx';
import { PriorityBars } from './PriorityBars.tsx';
import { SectionRing } from './SectionRing.tsx';
import { SeverityBadge } from './SeverityBadge.tsx';
import { StatusLabel } from './StatusLabel.tsx';

it('says what a badge is about, not only its letters', () => {
  expect(renderToStaticMarkup(<SeverityBadge severity="P1" />)).toContain('aria-label="Severity P1"');
});

it('draws a section as empty, part filled or ticked', () => {
  expect(renderToStaticMarkup(<SectionRing filled={0} total={5} />)).toContain('aria-label="Empty"');
  expect(renderToStaticMarkup(<SectionRing filled={2} total={5} />)).toContain('2 of 5 filled in');
  expect(renderToStaticMarkup(<SectionRing filled={5} total={5} />)).toContain('aria-label="Complete"');
});

it('does not tick a section that has no places', () => {
  expect(renderToStaticMarkup(<SectionRing filled={0} total={0} />)).toContain('aria-label="Empty"');
});

it('keeps a meter between nothing and all', () => {
  expect(renderToStaticMarkup(<Meter label="Complete" value={1.7} />)).toContain('aria-valuenow="100"');
  expect(renderToStaticMarkup(<Meter label="Complete" value={-1} />)).toContain('aria-valuenow="0"');
});

it('lights three bars for P1 and one for P3', () => {
  const lit = (html: string): number => (html.match(/class="/g) ?? []).length - 2;
  expect(lit(renderToStaticMarkup(<PriorityBars priority="P1" />))).toBe(3);
  expect(lit(renderToStaticMarkup(<PriorityBars priority="P3" />))).toBe(1);
});

it('names a status beside its shape', () => {
  expect(renderToStaticMarkup(<StatusLabel status="in-progress" />)).toMatch(/<svg.*In progress/s);
});

it('hides initials from assistive technology where the name stands beside them', () => {
  expect(renderToStaticMarkup(<Avatar name="Ruth Adeyemi" named={false} />)).toContain('aria-hidden="true"');
  expect(renderToStaticMarkup(<Avatar name="Ruth Adeyemi" away />)).toContain(
    'aria-label="Ruth Adeyemi, away"',
  );
});
