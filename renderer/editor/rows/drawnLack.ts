import { type Child, element } from './element.ts';
import { drawnIcon } from './icon.ts';
import styles from './rows.module.css';

/** Something that lacks what it needs: a triangle and words, dashed beneath. */
export const drawnLack = (words: string): readonly Child[] => [
  drawnIcon('warn'),
  element('span', { class: styles.lackWords }, words),
];
