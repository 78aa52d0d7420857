import { expect, test } from 'vitest';
import { escapeHtml, pdfFooterTemplate, pdfHeaderTemplate } from './templates.ts';

test('what a title says is text in the header, never markup', () => {
  const header = pdfHeaderTemplate(
    { left: 'INC-1', right: '<img src=x onerror=alert(1)> & "quotes"' },
    '140.0.1.2',
  );
  expect(header).not.toContain('<img');
  expect(header).toContain('&#60;img src=x onerror=alert(1)&#62; &#38; &#34;quotes&#34;');
});

test('the footer counts pages by the classes that Chromium fills in', () => {
  const footer = pdfFooterTemplate({ left: 'Draft' }, '140.0.1.2');
  expect(footer).toContain('Draft');
  expect(footer).toMatch(/class="pageNumber".*class="totalPages"/);
});

test('every sign that HTML gives a meaning is escaped', () => {
  expect(escapeHtml(`<>&"'`)).toBe('&#60;&#62;&#38;&#34;&#39;');
});

test('an engine that draws the templates larger than they say is told to draw them smaller', () => {
  expect(pdfFooterTemplate({ left: '' }, '108.0.5359.215')).toContain('zoom:0.75');
  expect(pdfHeaderTemplate({ left: '', right: '' }, '119.0.0.0')).toContain('zoom:0.75');
  expect(pdfFooterTemplate({ left: '' }, '120.0.0.0')).not.toContain('zoom');
});
