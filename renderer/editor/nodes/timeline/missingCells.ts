import type { Node } from '@tiptap/pm/model';
import { type MissingCell, missingCell } from './missingCell.ts';
import { CELL_TYPES, type CellName } from './rowStops.ts';

/** The fields in the places of the cells that a row lacks. */
export class MissingCells {
  readonly #row: HTMLElement;
  readonly #events: (name: CellName) => Parameters<typeof missingCell>[1];
  readonly #fields = new Map<CellName, MissingCell>();

  constructor(row: HTMLElement, events: (name: CellName) => Parameters<typeof missingCell>[1]) {
    this.#row = row;
    this.#events = events;
  }

  draw(row: Node): void {
    for (const { name, type } of CELL_TYPES) {
      const isThere = row.children.some((child) => child.type.name === type);
      const field = this.#fields.get(name);
      if (isThere && field !== undefined) {
        field.dom.remove();
        this.#fields.delete(name);
      } else if (!isThere && field === undefined) {
        const added = missingCell(name, this.#events(name));
        this.#fields.set(name, added);
        this.#row.append(added.dom);
      }
    }
  }

  focus(name: CellName): void {
    this.#fields.get(name)?.input.focus();
  }
}
