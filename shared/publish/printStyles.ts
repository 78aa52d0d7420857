/**
 * Print look of an exported page: paper is always light. Nothing is positioned: Chromium paints positioned boxes
 * after all others, and what it paints last comes last in the text of a PDF. Sizes in points and millimetres. No
 * ligatures, and no figures of one width: the PDF of an older Chromium does not say which letters such a shape stands
 * for, so that its words could not be found or copied.
 */
export const PRINT_STYLES = `
* { box-sizing: border-box; font-variant-ligatures: none !important; }
h1, h2, h3, h4, p, dl, dd, ol, ul, pre, blockquote { margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: #1b1d1f; font: 400 10.5pt/15.5pt "Source Serif 4 Variable", Charter, Georgia, serif; font-feature-settings: "lnum"; orphans: 3; widows: 3; overflow-wrap: anywhere; }
h1 { font: 620 23pt/28pt "Source Serif 4 Variable", Georgia, serif; letter-spacing: -.018em; }
h2 { font: 620 14.5pt/20pt "Source Serif 4 Variable", Georgia, serif; letter-spacing: -.01em; margin: 22pt 0 5pt; break-after: avoid; }
h3, h4, h5, h6 { font: 620 9.5pt/14pt "Inter Variable", sans-serif; margin: 8pt 0 2pt; break-after: avoid; }
p + p, ul + p, ol + p, p + ul, p + ol, pre + p, p + pre, blockquote + p, p + blockquote { margin-top: 6pt; }
ul, ol { padding-left: 16pt; }
.contains-task-list { list-style: none; }
.task-list-item input { width: 8.5pt; height: 8.5pt; margin: 0 5pt 0 -13.5pt; vertical-align: -.5pt; }
a { color: #1f56a3; text-decoration: none; }
code { font: .9em "JetBrains Mono Variable", monospace; font-feature-settings: "calt" 0; }
pre { font: 8.25pt/12pt "JetBrains Mono Variable", monospace; background: #f0f0ed; padding: 6pt 8pt; border-radius: 2pt; white-space: pre-wrap; break-inside: avoid-page; }
pre code { font: inherit; }
blockquote { border-left: 1.5pt solid #cbcbc4; padding-left: 9pt; color: #464a4e; }
img { max-width: 100%; max-height: 200mm; break-inside: avoid; }
hr { border: 0; border-top: .75pt solid #cbcbc4; margin: 14pt 0; }
table { width: 100%; border-collapse: collapse; font: 420 8.75pt/13pt "Inter Variable", sans-serif; }
p + table, ul + table, ol + table, pre + table, blockquote + table, table + table, table + p, table + ul, table + ol, table + pre, table + blockquote { margin-top: 8pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; font-weight: 520; color: #62666a; padding: 0 8pt 3pt 0; border-bottom: .75pt solid #1b1d1f; }
td { vertical-align: top; padding: 3.5pt 8pt 3.5pt 0; border-bottom: .5pt solid #d9d9d3; }
td:last-child, th:last-child { padding-right: 0; }
td p { font: inherit; } td p + p { margin-top: 3pt; }
.sub { font: 420 9.5pt/14pt "Inter Variable", sans-serif; color: #464a4e; margin-top: 6pt; }
.sub b { font-weight: 620; border: .75pt solid #a8231c; color: #a8231c; padding: 0 3.5pt; border-radius: 1.5pt; margin-right: 5pt; }
.facts { display: grid; grid-template-columns: 1fr 1fr; column-gap: 9mm; margin-top: 14pt; border-top: .75pt solid #1b1d1f; font: 420 8.75pt/13pt "Inter Variable", sans-serif; break-inside: avoid; }
.facts div { display: grid; grid-template-columns: 32mm 1fr; padding: 3pt 0; border-bottom: .5pt solid #d9d9d3; }
.facts .w { grid-column: 1 / -1; } .facts dt { color: #62666a; }
.metrics { display: grid; grid-template-columns: repeat(4, 1fr); margin: 2pt 0 10pt; border-top: .75pt solid #1b1d1f; border-bottom: .5pt solid #d9d9d3; font: 420 8.25pt/12pt "Inter Variable", sans-serif; color: #62666a; break-inside: avoid; break-after: avoid; }
.metrics div { padding: 4pt 8pt 5pt; border-left: .5pt solid #d9d9d3; } .metrics div:first-child { border: 0; padding-left: 0; }
.metrics b { display: block; font: 600 12.5pt/16pt "Inter Variable", sans-serif; color: #1b1d1f; }
.tm, .mono { font-family: "JetBrains Mono Variable", monospace; font-feature-settings: "zero", "calt" 0; font-size: .95em; letter-spacing: -.02em; }
.original { display: block; color: #62666a; font-size: .88em; }
.c-time { width: 24mm; } .c-source { width: 43mm; } .source { color: #464a4e; }
.day { break-after: avoid; } .day th { padding: 8pt 0 2.5pt; font-weight: 620; color: #1b1d1f; border-bottom: .5pt solid #8b8d87; }
.m td:first-child { font-weight: 700; } td b { font-weight: 640; }
.legend, .none { font: 420 8.25pt/12pt "Inter Variable", sans-serif; color: #62666a; margin-top: 6pt; } .fields .none { margin: 0; line-height: 15.5pt; }
.problem { border-left: 1.5pt solid #1b1d1f; padding-left: 9pt; }
.whys { list-style: none; padding: 0; margin-top: 8pt; }
.whys li { display: grid; grid-template: auto 1fr / 9mm 1fr; break-inside: avoid; }
.whys li > div { grid-area: 1 / 2 / 3 / 3; padding-bottom: 8pt; }
.whys .number { width: 15pt; height: 15pt; border: .75pt solid #62666a; border-radius: 50%; text-align: center; font: 620 8pt/14pt "Inter Variable", sans-serif; background: #fff; }
.whys li:not(:last-child)::before { content: ""; grid-area: 2 / 1; margin-left: 7.25pt; border-left: .5pt solid #8b8d87; }
.whys h4 { margin-top: 0; }
.note { font: 420 8.25pt/12pt "Inter Variable", sans-serif; color: #464a4e; margin-top: 3pt; }
.cause { border-left: 1.5pt solid #1b1d1f; padding: 1pt 0 1pt 9pt; margin: 4pt 0 0; break-inside: avoid; }
.cause .label { display: block; font: 520 8.25pt/12pt "Inter Variable", sans-serif; color: #62666a; }
.fields { list-style: none; padding: 0; }
.fields li { display: grid; grid-template-columns: 42mm 1fr; column-gap: 4mm; padding: 3pt 0; border-bottom: .5pt solid #d9d9d3; break-inside: avoid; }
.fields .label { font: 520 8.75pt/15pt "Inter Variable", sans-serif; color: #464a4e; }
.c-id { width: 11mm; } .c-owner { width: 25mm; } .c-ticket { width: 24mm; } .c-due { width: 21mm; } .c-priority { width: 10mm; } .c-status { width: 19mm; }
.c-date { width: 34mm; }
.checks { list-style: none; padding: 0; font: 420 9.25pt/15pt "Inter Variable", sans-serif; }
.checks li { display: grid; grid-template-columns: 6mm 1fr; padding: 2pt 0; break-inside: avoid; }
.keep { break-inside: avoid; }
.long { break-inside: auto !important; }
`;
