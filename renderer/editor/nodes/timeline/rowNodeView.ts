import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { Decoration, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { formatRowTime } from '../../../../shared/time/formatRowTime.ts';
import { timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import type { ZoneReading } from '../../../../shared/time/zoneReadings.ts';
import { drawnPart, element, setAttribute } from '../../rows/element.ts';
import { registerRow } from './controls.ts';
import { type DrawnRow, drawnIn } from './drawnRow.ts';
import { goToTime, select, selectRow } from './goTo.ts';
import { isOurEvent } from './isOurEvent.ts';
import { milestoneLabels, openMilestoneMenu } from './milestoneMenu.ts';
import { MissingCells } from './missingCells.ts';
import { writeMissingCell } from './missingCommands.ts';
import { keepHere, moveIntoOrder } from './orderCommands.ts';
import styles from './row.module.css';
import { startRowDrag } from './rowDrag.ts';
import { rowFix } from './rowFix.ts';
import type { RowFlag } from './rowFlag.ts';
import { RowHints } from './rowHints.ts';
import { type RowField, takeFieldKey } from './rowKeys.ts';
import { openRowMenu } from './rowMenu.tsx';
import { type RowPlace, rowAt } from './rowPlace.ts';
import { isEmptyRow } from './rowStops.ts';
import { TimeCell } from './timeCell.ts';
import { chooseReading, commitTime, editableTime, previewTime, readingsOf } from './timeCommands.ts';
import { setTimeTip, timeDescription } from './timeTip.ts';
import { nameOfTime, timeExamples } from './timeWords.ts';
import { chooseForZone, zoneInCommon } from './zoneOfRows.ts';

/** One row in plain DOM: there are thousands of them. */
export class RowNodeView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #editor: Editor;
  readonly #getPos: () => number | undefined;
  readonly #row: HTMLElement;
  readonly #time: TimeCell;
  readonly #menu: HTMLButtonElement;
  readonly #missing: MissingCells;
  #isEmpty = false;
  #node: Node;
  #drawn: DrawnRow;
  #day: HTMLElement | null = null;
  #fix: HTMLElement | null = null;
  #hints: RowHints | null = null;

  constructor(
    node: Node,
    editor: Editor,
    getPos: () => number | undefined,
    decorations: readonly Decoration[],
  ) {
    this.#node = node;
    this.#editor = editor;
    this.#getPos = getPos;
    this.#time = new TimeCell({
      wanted: () => this.#atPlace(({ rowPos }) => goToTime(editor, rowPos)),
      editable: () => this.#say(editableTime) ?? '',
      described: () => this.#say(timeDescription),
      typing: (text) => this.#preview(text),
      commit: (text) => this.#atPlace((place) => commitTime(editor, place, text)),
      key: (event, field) => this.#key(event, { ...field, name: 'time' }),
    });
    // Before the pointer is heard of at the page, where tooltips are shown.
    this.#time.dom.addEventListener('pointerover', () =>
      this.#atPlace((place) => setTimeTip(this.#time.dom, editor, place)),
    );
    const grip = drawnPart('div', { class: styles.grip, 'aria-hidden': 'true' });
    grip.addEventListener('pointerdown', (event) =>
      this.#atPlace((place) => startRowDrag(editor, place, this.dom, event)),
    );
    this.contentDOM = element('div', { class: styles.content, role: 'presentation' });
    this.#menu = element('button', {
      type: 'button',
      class: styles.menu,
      'aria-label': 'Row menu',
      'aria-haspopup': 'menu',
      tabindex: '-1',
    });
    this.#menu.addEventListener('click', () => this.#openMenu());
    this.#row = element(
      'div',
      { role: 'row' },
      grip,
      this.#time.dom,
      drawnPart('div', { class: styles.rail, 'aria-hidden': 'true' }),
      this.contentDOM,
      drawnPart('div', { class: styles.menuCell, role: 'cell' }, this.#menu),
    );
    this.dom = element('div', { class: styles.block, 'data-node': 'timelineRow' }, this.#row);
    registerRow(this.dom, {
      edit: (name) => (name === 'time' ? this.#time.edit() : this.#missing.focus(name)),
      menuAnchor: () => this.#time.dom,
      row: () => this.#node,
    });
    this.#missing = new MissingCells(this.#row, (name) => ({
      wanted: () => this.#atPlace(({ rowPos }) => this.#activate(rowPos)),
      commit: (text) => this.#atPlace((place) => writeMissingCell(editor, place, name, text)),
      key: (event, field) => this.#key(event, { ...field, name }),
    }));
    this.#drawn = drawnIn(decorations);
    this.#draw();
  }

  /** The view stays with its row, in which somebody may be typing. */
  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.#node.type || node.attrs.id !== this.#node.attrs.id) return false;
    const drawn = drawnIn(decorations);
    const same =
      node.attrs === this.#node.attrs &&
      node.childCount === this.#node.childCount &&
      isEmptyRow(node) === this.#isEmpty;
    this.#node = node;
    if (same && drawn === this.#drawn) return true;
    this.#drawn = drawn;
    this.#draw();
    return true;
  }

  selectNode(): void {
    this.#row.classList.add(styles.selected ?? '');
  }

  deselectNode(): void {
    this.#row.classList.remove(styles.selected ?? '');
  }

  /** The editor handles what happens in the text; all else is ours. */
  stopEvent(event: Event): boolean {
    return isOurEvent(event, this.contentDOM);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  #draw(): void {
    const drawn = this.#drawn;
    const time = timeOfAttributes(this.#node.attrs);
    const milestones = milestoneLabels(this.#node.attrs);
    this.#isEmpty = isEmptyRow(this.#node);
    // A time cell that was imported empty stays empty; a time that nobody knows is shown as such.
    const blank = this.#isEmpty || this.#node.attrs.asWritten === '';
    this.#time.draw(blank && time.at === null ? null : formatRowTime(time), nameOfTime(time));
    this.#row.className = [
      styles.row,
      milestones.length > 0 && styles.milestone,
      drawn.flag !== null && styles.flagged,
      drawn.active && styles.active,
      this.#row.classList.contains(styles.selected ?? '') && styles.selected,
    ]
      .filter(Boolean)
      .join(' ');
    const said = [...milestones, ...(drawn.flag === null ? [] : [drawn.flag.sentence])].join('. ');
    setAttribute(this.#row, 'aria-description', said === '' ? null : said);
    if (milestones.length > 0) {
      this.#row.style.setProperty('--milestones', `"${milestones.join('. ')}."`);
    }
    setAttribute(this.dom, 'data-active', drawn.active ? '' : null);
    this.#drawDay(drawn.day);
    this.#drawFix(drawn.flag);
    this.#drawHints(drawn.active, milestones);
    this.#missing.draw(this.#node);
  }

  #drawDay(day: string | null): void {
    if (day === null) {
      this.#day?.remove();
      this.#day = null;
      return;
    }
    this.#day ??= drawnPart('div', { class: styles.day });
    this.#day.textContent = day;
    this.#row.before(this.#day);
  }

  #drawFix(flag: RowFlag | null): void {
    this.#fix?.remove();
    this.#fix = null;
    if (flag === null) return;
    const editor = this.#editor;
    this.#fix = rowFix(flag, {
      moveIntoOrder: () => this.#atPlace((place) => moveIntoOrder(editor, place)),
      keepHere: () => this.#settle((place) => keepHere(editor, place)),
      editTime: () => this.#atPlace(({ rowPos }) => goToTime(editor, rowPos)),
      readings: flag.kind === 'unsettled' ? this.#readings() : [],
      choose: ({ words }) => this.#settle((place) => chooseReading(editor, place, words)),
      zone: flag.kind === 'unsettled' ? this.#say((_, place) => zoneInCommon(place)) : null,
      chooseForZone: ({ words }) => this.#settle((place) => chooseForZone(editor, place, words)),
    });
    this.#row.append(this.#fix);
  }

  /** Does what takes the flag away, and the focus to the row: the button is gone with the flag. */
  #settle(act: (place: RowPlace) => void): void {
    this.#atPlace((place) => {
      act(place);
      selectRow(this.#editor, place.rowPos);
    });
  }

  #readings(): readonly ZoneReading[] {
    const place = this.#place();
    return place === null ? [] : readingsOf(this.#editor, place);
  }

  #drawHints(active: boolean, milestones: readonly string[]): void {
    if (!active) {
      this.#hints?.dom.remove();
      this.#hints = null;
      return;
    }
    this.#hints ??= new RowHints(() =>
      this.#atPlace((place) => openMilestoneMenu(this.#editor, place.rowPos, this.#time.dom)),
    );
    this.#hints.draw(milestones, timeExamples(timeOfAttributes(this.#node.attrs)));
    if (this.#hints.dom.parentNode === null) this.#row.append(this.#hints.dom);
  }

  /** What is to be said of the row where it is now. */
  #say(words: (editor: Editor, place: RowPlace) => string | null): string | null {
    const place = this.#place();
    return place === null ? null : words(this.#editor, place);
  }

  #preview(text: string | null): void {
    this.#atPlace((place) =>
      this.#hints?.preview(text === null ? null : previewTime(this.#editor, place, text)),
    );
  }

  #key(event: KeyboardEvent, field: RowField): boolean {
    const rowPos = this.#getPos();
    return rowPos !== undefined && takeFieldKey(this.#editor, rowPos, field, event);
  }

  #openMenu(): void {
    this.#atPlace((place) => {
      this.#row.classList.add(styles.menuOpen ?? '');
      openRowMenu(this.#editor, place, this.#menu, () => this.#row.classList.remove(styles.menuOpen ?? ''));
    });
  }

  /** The row is written in although no caret stands in its text. */
  #activate(rowPos: number): void {
    if (!this.#drawn.active) select(this.#editor, NodeSelection.create(this.#editor.state.doc, rowPos));
  }

  #place(): RowPlace | null {
    const rowPos = this.#getPos();
    return rowPos === undefined ? null : rowAt(this.#editor.state.doc, rowPos);
  }

  /** Does something with the row where it is now; nothing while the document is not to be changed. */
  #atPlace(act: (place: RowPlace) => void): void {
    const place = this.#editor.isEditable ? this.#place() : null;
    if (place !== null) act(place);
  }
}
