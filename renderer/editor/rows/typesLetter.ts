/** Whether a key writes something where the focus is in a text; Space is left to the control that it presses. */
export function typesLetter(event: KeyboardEvent): boolean {
  const isLetter = event.key.length === 1 && event.key !== ' ';
  return (
    isLetter && (event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey))
  );
}
