/** The centre and radius of the filled part of a section's ring, in its 16 by 16 view box. */
const CENTRE = 8;
const RADIUS = 4.2;

/**
 * The SVG path of a slice that begins at twelve o'clock and goes clockwise.
 * @param fraction greater than 0 and less than 1
 */
export function pieSlice(fraction: number): string {
  const angle = 2 * Math.PI * fraction;
  const x = CENTRE + RADIUS * Math.sin(angle);
  const y = CENTRE - RADIUS * Math.cos(angle);
  const large = fraction > 0.5 ? 1 : 0;
  return `M${CENTRE} ${CENTRE}V${CENTRE - RADIUS}A${RADIUS} ${RADIUS} 0 ${large} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`;
}
