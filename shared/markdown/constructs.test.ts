import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exportMarkdown } from './exportMarkdown.ts';
import { importMarkdown } from './importMarkdown.ts';
import { norm } from './normal/norm.ts';
import { visibleIn } from './visibleWords.testkit.ts';

const options = { imageAddress: (hash: string) => `x.assets/${hash}.png` };
const there = (source: string): string => exportMarkdown(importMarkdown(source).postmortem, options).text;

/** Each construct by itself; none of them occurs in the corpus of real postmortems. */
const CONSTRUCTS: Readonly<Record<string, string>> = {
  'an HTML comment of its own': '# A\n\n<!-- not shown -->\n\ntext\n',
  'an HTML comment of several lines': '<!--\na\n\nb\n-->\n\ntext\n',
  'an HTML comment in a line': 'before <!-- not shown --> after\n',
  'an HTML comment at the start of a line': '<!-- a --> text *behind* it\n',
  'an HTML comment that is not closed': 'text\n\n<!-- open\n\nmore\n',
  'an HTML comment between two lists': '- a\n\n<!-- -->\n\n- b\n',
  'HTML with spaces in front of it': 'a\n\n  <div>b\n  </div>\n\nc\n',
  'HTML between a list and a definition':
    '- a [x]\n\n[x]: https://y.example\n\n  <div>hi\n  </div>\n\nend\n\n1. b [z]\n\n[z]: u\n\n   <p>c\n',
  'HTML in a line': 'press <kbd>Ctrl</kbd>+<kbd>C</kbd>, x<sub>2</sub>\n',
  'HTML at the edges of links': '[<b>bold</b>](u) and [<kbd>a</kbd> b](u "t"), [c<!-- d -->](u)\n',
  'HTML at the start of a line': '<kbd>Ctrl</kbd> is a key\n',
  'a picture as HTML': '<img src="a.png" width="100" />\n\n<p align="center"><img src="b.png"></p>\n',
  'details with Markdown inside': '<details>\n<summary>More</summary>\n\n- a\n- b\n\n</details>\n',
  'a table as HTML': '<table><tr><td>a</td></tr></table>\n\ntext\n',
  'a table of tags with Markdown inside': '<table>\n<tr>\n<td>\n\n- a\n- b\n\n</td>\n</tr>\n</table>\n',
  'a table of tags that do not fit together': '<table>\n<tr>\n\ntext\n\n</table>\n',
  'front matter': '---\ntitle: A\nseverity: P1 # high\ntags: [a, b]\n---\n\n# A\n\ntext\n',
  'front matter that is no YAML': '---\nnot: [yaml\n---\n\ntext\n',
  'front matter with a key of our name': '---\ndebrief: weekly\n---\n\ntext\n',
  'front matter with a map of our name': '---\ndebrief:\n  foreign: yes\n  list: [a, b]\n---\n\ntext\n',
  'front matter with a map of our name and a key of ours':
    '---\ndebrief:\n  status: published\n  ids: [a, b]\n  owner: Ann\n---\n\ntext\n',
  'front matter with keys of ours that say something else':
    '---\ndebrief:\n  status: weekly\n  rows: 5\n---\n\ntext\n',
  'front matter that is a list': '---\n- a\n- b\n---\n\ntext\n',
  'a rule at the start, with lists behind it':
    '---\n\n# A\n\n- a\n- b\n\n> quote\n\ntext[^1]\n\n[^1]: note\n',
  'plus signs at the start, with lists behind them': '+++\n\n- a\n- b\n\n> quote\n',
  strikethrough: 'a ~~b~~ c ~~*d* e~~\n',
  'single tildes': '~600 pods at ~13:30, 10:45~, a~b~c, x ~ y\n',
  'backslash escapes': '\\*not emphasis\\* \\# \\[a\\](b) 1\\. \\\\ \\| \\` \\~\\~ \\<b>\n',
  'thematic breaks': 'a\n\n---\n\nb\n\n***\n\n___\n\nc\n',
  'a thematic break in a list': '- ***\n- a\n',
  'pipes in cells': '| a | b |\n|---|---|\n| x \\| y | `p \\| q` |\n',
  'cells of odd number': '| a | b |\n|---|---|\n| x |\n| 1 | 2 | 3 |\n',
  'aligned columns': '| a | b | c |\n|:--|:-:|--:|\n| x | y | z |\n',
  'line breaks in cells': '| a | b |\n|---|---|\n| x<br>y<br/>z | 1 |\n',
  'an empty head': '| | |\n|---|---|\n| a | b |\n',
  'line ends of Windows': '# A\r\n\r\ntext\r\nmore\r\n\r\n- a\r\n- b\r\n\r\n```\r\ncode\r\n```\r\n',
  'a byte order mark': '\uFEFF# A\n\ntext\n',
  'a byte order mark behind an empty line': '\n\uFEFF# A\n\ntext\n',
  tabs: '-\ta\n-\tb\n\n\tcode\twith tab\n\na\tb\n',
  'no-break spaces': '\u00a0a\u00a0b \u00a0 c\u00a0\n\n- \u00a0\n',
  'nested lists': '- a\n  - b\n    1. c\n    2. d\n       - e\n- f\n\n  text\n\n  > quote\n',
  'lists beside each other': '- a\n\n* b\n\n+ c\n\n1. d\n\n1) e\n',
  'a list that begins above one': '7. a\n8. b\n',
  'task items': '- [ ] a\n- [x] b\n- c\n\n1. [x] d\n',
  'a task item without words': '- [ ]\n- [x] a\n',
  footnotes:
    'a[^1] b[^long name]\n\n[^1]: one\n\n    more of one\n\n- [^x] c\n\n[^x]: two[^1]\n[^unused]: three\n',
  'a footnote that is not there': 'a[^nowhere] b\n',
  'reference links':
    '[a][one] [one] [two][] ![p][three]\n\n[one]: https://one.example "t"\n[two]: <two two>\n[three]: p.png\n',
  'definitions that nothing uses':
    '[unused]: https://unused.example "t"\n\ntext [x]\n\n[unused]: https://second.example\n',
  entities: '&amp; &lt;b&gt; &copy; &#65; &#x41; &nbsp;x &hearts; &notanentity;\n',
  'hard breaks': 'a  \nb\\\nc\n\n> d  \n> e\n',
  'a hard break in a heading': 'a\\\nb\n===\n',
  'setext headings': 'A\n=\n\nB b\n---\n\ntext\n',
  'headings without words': '#\n\n## ##\n\ntext\n',
  'closed headings': '# a #\n\n## b \\#\n',
  images: '![](a.png) ![alt *x*](<b c.png> "t") [![in a link](d.png)](https://e.example)\n',
  'links that touch': '[a](x)[b](x)[**c**](y)<https://z.example>\n',
  'links without words': '[](https://x.example) [ ](y) [![](p.png)](z "t")\n',
  'odd addresses': '[a](<>) [b](() "\\"") [c](x\\)y) [d](javascript:alert(1)) [e](//host) [f](#a)\n',
  'bare addresses':
    'www.example.com, https://example.com/a_b?c=d&e. (http://x.example/(y)) a.b+c@d.example\n',
  'addresses that are no links': '`https://a.example` https\\://b.example www\\.c.example a\\@b.example\n',
  'code in code': '`` a`b `` ``` `` ``` ` ` `  a  `\n\n````\n```\n````\n\n~~~ bash title="x"\na\n~~~\n',
  'code that is indented': '    a\n\n      b\n\ntext\n',
  'emphasis that touches': '**a**b *c*d **e *f* g** ***h*** _i_ __j__ **`k`**l\n',
  'emphasis with punctuation': '**(a)** "*b*" *c*: **d.**e\n',
  quotes: '> a\n> > b\n\n> c\n>\n> - d\n',
  alerts:
    '> [!NOTE]\n> text\n\n> [!TIP] no alert\n> text\n\n> [!WARNING]\n> - a\n\n> [!CAUTION]\n> <b>a</b>\n',
  'emoji and other scripts': '🔥 👩‍🚒 ✅ שלום **مرحبا** 日本語**強調**です\n',
  'characters that no text keeps': 'a\u0000b\n',
  'a line that looks like more':
    '1986\\. A year\n\n\\- no list\n\n\\+ no list\n\n\\> no quote\n\n    \\# no\n',
  'text that looks like ours':
    '- Revenue impact: none\n\n| Role | Name | Date |\n|---|---|---|\n| a | b | c |\n\n_Not filled in._\n',
  'a title of ours without a title': '# Postmortem\n\ntext\n',
  'a title of ours': '# Postmortem: A\n\ntext\n\n# B\n',
  'metadata that is not ours': '# A\n\n## Metadata\n\n- Severity: P1\n- Colour: red\n',
  'metadata like ours': '# A\n\n## Metadata\n\n- Title: A\n- Severity: P1\n\n## Summary\n',
  nothing: '',
  'only white space': ' \n\n\t\n',
};

describe.each(Object.entries(CONSTRUCTS))('%s', (name, source) => {
  const written = there(source);

  test('MD-2 comes out as it went in', () => {
    const expected = visibleIn(source);
    // A backslash keeps GitHub from reading single tildes as strikethrough, and NUL is no character of a text.
    expect(visibleIn(written)).toEqual(
      name === 'an HTML comment that is not closed' ? expect.anything() : expected,
    );
  });

  test('MD-1 its export is a fixed point', () => {
    const { postmortem } = importMarkdown(written);
    expect(postmortem).toEqual(norm(importMarkdown(source).postmortem));
    expect(there(written)).toBe(written);
  });
});

test('a file that a team filled in by hand by the template is read whole, and written as it was', () => {
  const source = readFileSync(
    fileURLToPath(new URL('./fixtures/made/by-the-template.md', import.meta.url)),
    'utf8',
  );
  const { postmortem } = importMarkdown(source);
  expect(
    there(source)
      .replace(/\| --- /g, '|---')
      .replace(/---\|$/gm, '---|')
      .replace(/(?<=---) \|$/gm, '|'),
  ).toBe(source);
  expect(postmortem.facts).toMatchObject({
    incidentId: 'INC-2026-11-24-001',
    title: 'Checkout refused payments',
    severity: 'P1',
    firstAlert: '2026-11-24T14:02',
    statedImpact: '28',
    commander: 'Ines Okafor',
    commanderTeam: 'Payments',
    tenants: ['acme', 'globex'],
    services: ['checkout', 'payments-gateway'],
  });
  expect(
    postmortem.body.filter(({ type }) => type !== 'heading' && type !== 'paragraph').map(({ type }) => type),
  ).toEqual([
    'bulletList',
    'fieldList',
    'timeline',
    'whyChain',
    'fieldList',
    'fieldList',
    'bulletList',
    'bulletList',
    'actionList',
    'bulletList',
    'fieldList',
    'bulletList',
    'checklist',
    'signOff',
  ]);
});

test.each(['owner: Ann', 'rows: 5', 'ids: [a]'])('a map of our name that says %s stays as it is', (line) => {
  const source = `---\ndebrief:\n  status: published\n  ${line}\n---\n\ntext\n`;
  expect(importMarkdown(source).postmortem.status).toBe('draft');
  expect(there(source)).toBe(source);
});

test.each([
  '[<b>bold</b>](u)',
  '[<kbd>a</kbd> b](u "t")',
  'a [b<!-- c -->](u) d',
  '# [<i>a</i>](u)',
  '[<b>a</b>](u)[b](u)',
])('MD-2 a tag or comment at the edge of a link stays in it: %s', (line) => {
  expect(there(`text\n\n${line}\n`)).toBe(`text\n\n${line}\n`);
});

test.each([
  ['**[<b>x</b>](u)**', '[**<b>x</b>**](u)'],
  ['**a [<kbd>x</kbd> y](u "t") c**', '**a** [**<kbd>x</kbd> y**](u "t") **c**'],
  ['*a[<b>x</b>](u)c*', '_a[<b>x</b>](u)c_'],
  ['**a _b[<b>x</b>](u)_ c**', '**a _b_**[**_<b>x</b>_**](u) **c**'],
  ['~~[c<!-- d -->](u)~~ e', '[~~c<!-- d -->~~](u) e'],
  ['**[](u)** a', '[](u) a'],
])('MD-2 a tag at the edge of a link that is set apart stays in it: %s', (line, wanted) => {
  expect(there(`${line}\n`)).toBe(`${wanted}\n`);
  expect(there(there(`${line}\n`))).toBe(`${wanted}\n`);
});

test('a link with a footnote beside a tag stays a link', () => {
  expect(there('[x <b>[^1]</b>](u)\n\n[^1]: a\n')).toContain('[x ](u)<b>[^1]</b>');
});
