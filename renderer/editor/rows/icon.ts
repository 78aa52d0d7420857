/** Outlines of Lucide (ISC), for rows that are drawn without React; elsewhere take them from ui/icons. */
const SHAPES = {
  arrowDeeper: ['m15 10 5 5-5 5', 'M4 4v7a4 4 0 0 0 4 4h12'],
  calendar: [
    'M8 2v3',
    'M16 2v3',
    'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z',
    'M3 9h18',
  ],
  check: ['M20 6 9 17l-5-5'],
  circle: ['M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0'],
  circleCheck: ['M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0', 'm16 9-5.5 5.5L8 12'],
  circleDot: ['M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0', 'M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0'],
  circleMinus: ['M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0', 'M8 12h8'],
  cross: ['M18 6 6 18', 'm6 6 12 12'],
  grip: [5, 12, 19].flatMap((y) => [9, 15].map((x) => `M${x - 1} ${y}a1 1 0 1 0 2 0a1 1 0 1 0-2 0`)),
  info: ['M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0', 'M12 16v-4', 'M12 8h.01'],
  more: [5, 12, 19].map((x) => `M${x - 1} 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0`),
  plus: ['M5 12h14', 'M12 5v14'],
  ticked: ['M21 10.656V19a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h12.344', 'm9 11 3 3L22 4'],
  undo: ['M9 14 4 9l5-5', 'M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11'],
  warn: ['m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3', 'M12 9v4', 'M12 17h.01'],
} as const;

export type IconName = keyof typeof SHAPES;

const SVG = 'http://www.w3.org/2000/svg';

/** An icon of the product as an SVG element; the words beside it name it. */
export function drawnIcon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'lucide');
  svg.setAttribute('fill', 'none');
  svg.setAttribute('stroke', 'currentColor');
  svg.setAttribute('stroke-linecap', 'round');
  svg.setAttribute('stroke-linejoin', 'round');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of SHAPES[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
