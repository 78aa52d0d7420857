// For the commands that these packages declare.
import type {} from '@tiptap/extension-blockquote';
import type {} from '@tiptap/extension-list';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { blockPathOf } from '../../renderer/editor/commands/blockPath.ts';
import { deleteBlock } from '../../renderer/editor/commands/deleteBlock.ts';
import { moveBlock } from '../../renderer/editor/commands/moveBlock.ts';
import { setTimes } from '../../renderer/editor/nodes/timeline/setTimes.ts';
import { BY_HAND } from '../../renderer/session/origins.ts';
import { addMember, readFacts, removeMember, writeFact } from '../../shared/document/facts.ts';
import { bodyOf } from '../../shared/document/layout.ts';
import { elementAt } from '../../shared/document/moveElement.ts';
import { idsWithin, type Places } from './places.ts';
import type { Randomness } from './randomness.ts';
import type { Replica } from './replica.ts';
import type { FreshCharacters } from './startingDocument.ts';
import { TIMES } from './wholeTimes.ts';

/** What an author's act did to the place that it was done in. */
export type Act =
  | 'type'
  | 'split'
  | 'join'
  | 'delete text'
  | 'delete row'
  | 'move'
  | 'sort'
  | 'convert'
  | 'paste'
  | 'mark'
  | 'attribute'
  | 'fact'
  | 'forget fact'
  | 'undo'
  | 'redo';

const ACTS: readonly Act[] = [
  'type', 'type', 'type', 'type', 'type', 'split', 'join', 'delete text', 'delete row', 'move', 'move', 'sort',
  'convert', 'paste', 'paste', 'mark', 'attribute', 'fact', 'fact', 'forget fact',
  'undo', 'redo',
]; // biome-ignore format: weights read better in a row

/** Rows, which move among their siblings. */
const ROWS: ReadonlySet<string> = new Set(['timelineRow', 'actionItem', 'why', 'field', 'checkItem']);

const SETS = ['tenants', 'regions', 'services'] as const;

interface Placed {
  readonly node: Node;
  readonly position: number;
}

/** Acts that take nothing away, so that all that stood somewhere stands there afterwards. */
const ADDING: ReadonlySet<Act> = new Set([
  'type',
  'split',
  'paste',
  'mark',
  'attribute',
  'fact',
  'forget fact',
  'delete text',
]);

/** Acts for which Yjs deletes places and makes others like them. */
const MOVING: ReadonlySet<Act> = new Set(['move', 'sort', 'convert', 'split', 'paste']);

/** Acts by which an author chooses to delete characters. */
const DELETING: ReadonlySet<Act> = new Set(['delete text', 'delete row', 'forget fact', 'undo', 'redo']);

/** Drives the editor of one replica through its commands and keeps account of what it meant to lose. */
export class Author {
  readonly replica: Replica;
  readonly #random: Randomness;
  readonly #fresh: FreshCharacters;
  /** Characters that this author saw and chose to delete, or undid. */
  readonly deleted = new Set<string>();
  /** Places, by the ids of their elements, that this author deleted, joined to others, or undid. */
  readonly deletedPlaces = new Set<string>();
  /** Places that this author moved or converted. */
  readonly movedPlaces = new Set<string>();
  /** Characters of others that undo took away with a place that they had been moved to here. */
  readonly lostCopies = new Set<string>();
  /** For each character that was put in, the places that it was in. */
  readonly inserted = new Map<string, readonly string[]>();
  readonly acts = new Map<Act, number>();
  /** What the act under way may take away. */
  #target: ReadonlySet<string> = new Set();
  /** Whether the paste under way puts cells over the cells of a table, as in a spreadsheet. */
  #pastesOverCells = false;

  constructor(replica: Replica, random: Randomness, fresh: FreshCharacters) {
    this.replica = replica;
    this.#random = random;
    this.#fresh = fresh;
  }

  /** Does one act, any unless `act` says which. @throws Error when it took away what it should not */
  act(act: Act = this.#random.oneOf(ACTS)): void {
    const before = this.replica.places;
    this.#target = new Set();
    this.replica.undo.stopCapturing();
    if (!this.#do(act)) return;
    this.acts.set(act, (this.acts.get(act) ?? 0) + 1);
    const after = this.replica.places;
    this.#checkCharacters(act, before, after);
    this.#checkPlaces(act, before, after);
    if (act !== 'type' && act !== 'paste' && act !== 'fact') return;
    for (const [character, around] of after.ofCharacters) {
      if (!before.ofCharacters.has(character)) this.inserted.set(character, around);
    }
  }

  #checkCharacters(act: Act, before: Places, after: Places): void {
    const lost = [...before.ofCharacters.keys()].filter((character) => !after.ofCharacters.has(character));
    const mayDelete = DELETING.has(act) || (act === 'paste' && this.#pastesOverCells);
    if (lost.length > 0 && !mayDelete) throw new Error(`“${act}” lost ${lost.length} characters`);
    const isTakenBack = act === 'undo' || act === 'redo';
    // Redo deletes again what was deleted by choice; undo takes back what was put in here.
    const isOwn = (character: string): boolean =>
      this.inserted.has(character) || (act === 'redo' && this.deleted.has(character));
    for (const character of lost) {
      if (!isTakenBack || isOwn(character)) this.deleted.add(character);
      // A copy that a move, a split or a conversion made goes, and the place it came from is no more.
      else if (before.writers.get(character) === this.replica.doc.clientID) this.lostCopies.add(character);
      else throw new Error(`“${act}” took away what others wrote`);
    }
  }

  #checkPlaces(act: Act, before: Places, after: Places): void {
    const gone = [...before.elements].filter((element) => !after.elements.has(element));
    const isAimed = act === 'join' || act === 'delete row' || ADDING.has(act);
    if (isAimed && gone.some((element) => !this.#target.has(element)))
      throw new Error(`“${act}” took away a place that it had nothing to do with`);
    const places = MOVING.has(act) ? this.movedPlaces : this.deletedPlaces;
    for (const element of gone) places.add(element);
  }

  #do(act: Act): boolean {
    const { editor, undo } = this.replica;
    switch (act) {
      case 'type':
        return this.#type();
      case 'paste':
        return this.#paste();
      case 'split': {
        if (!this.#select(this.#placeInText())) return false;
        // In an empty line Enter leaves the list or the quote: that is a conversion.
        if (editor.state.selection.$from.parent.childCount === 0) return false;
        this.#aimAtRestOfItem();
        return this.#press('Enter');
      }
      case 'join':
        return this.#join();
      case 'delete text':
        return this.#deleteText();
      case 'delete row':
        return this.#deleteRow();
      case 'move':
        return this.#move();
      case 'sort':
        return this.#sort();
      case 'convert':
        return this.#convert();
      case 'mark': {
        const block = this.#random.oneOf(this.#textblocks());
        if (block.node.content.size < 2) return false;
        return editor
          .chain()
          .setTextSelection({ from: block.position + 1, to: block.position + 2 })
          .toggleMark(this.#random.oneOf(['bold', 'italic', 'code']))
          .run();
      }
      case 'attribute': {
        const rows = this.#nodes(({ type }) => type.name === 'timelineRow');
        if (rows.length === 0) return false;
        const row = this.#random.oneOf(rows);
        const name = this.#random.oneOf(['mitigated', 'firstAlert', 'keep', 'time', 'time', 'time']);
        if (name === 'time') {
          setTimes(editor, new Map([[row.position, this.#random.oneOf(TIMES)]]));
          return true;
        }
        editor.view.dispatch(
          editor.state.tr.setNodeAttribute(row.position, name, row.node.attrs[name] ? null : true),
        );
        return true;
      }
      case 'fact':
        return this.#fact();
      case 'forget fact':
        return this.#forgetFact();
      case 'undo':
        return undo.undo() !== null;
      case 'redo':
        return undo.redo() !== null;
    }
  }

  #press(key: string): boolean {
    const { view } = this.replica.editor;
    const event = new KeyboardEvent('keydown', { key });
    return view.someProp('handleKeyDown', (handle) => handle(view, event)) ?? false;
  }

  #type(): boolean {
    const place = this.#placeInText();
    if (!this.#select(place)) return false;
    const text = this.#fresh.take(1 + this.#random.below(3));
    this.replica.editor.view.dispatch(this.replica.editor.state.tr.insertText(text));
    return true;
  }

  /** Pastes as a person does, wherever there is text: words, Markdown, times, or what another program copied. */
  #paste(): boolean {
    if (!this.#select(this.#placeInText())) return false;
    this.#aimAtRestOfItem();
    this.#aimAt(this.replica.editor.state.selection.$from.before());
    const text = this.#fresh.take(4);
    const [a, b, c, d] = text;
    const clipboard = new DataTransfer();
    const [kind, data] = this.#random.oneOf([
      ['text/plain', `${a} ${b} ${c}${d}`],
      ['text/plain', `**${a}** ${b}\n\n- ${c}\n- ${d}`],
      ['text/plain', `| ${a} | ${b} |\n|---|---|\n| ${c} | ${d} |`],
      ['text/plain', `14:02 ${a}${b}\n14:07 ${c}\n14:09 ${d}`],
      ['text/plain', `${a}\t${b}\n${c}\t${d}`],
      ['text/html', `<p>${a} <b>${b}</b></p><ul><li>${c}</li></ul><p>${d}</p>`],
    ] as const);
    clipboard.setData(kind, data);
    const { view } = this.replica.editor;
    const table = this.#aroundCaret('table');
    this.#pastesOverCells = table !== null && data.startsWith('|');
    if (this.#pastesOverCells && table !== null) this.#aimAt(table);
    const paste = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true });
    view.dom.dispatchEvent(paste);
    if (!paste.defaultPrevented) throw new Error('the editor left a paste to the browser');
    const { ofCharacters } = this.replica.places;
    if (![...text].every((character) => ofCharacters.has(character)))
      throw new Error(`not all that was pasted is there: ${data}`);
    return true;
  }

  #fact(): boolean {
    const { doc } = this.replica;
    const set = this.#random.oneOf(SETS);
    addMember(doc, set, this.#fresh.take(1), BY_HAND);
    // A single value is the newest one's: it is set so that it is exchanged and undone beside all the others.
    if (this.#random.below(2) === 0)
      writeFact(doc, 'severity', this.#random.oneOf(['P0', 'P1', 'P2']), BY_HAND);
    return true;
  }

  #forgetFact(): boolean {
    const { doc } = this.replica;
    const set = this.#random.oneOf(SETS);
    const members = readFacts(doc)[set];
    if (members.length === 0) return false;
    removeMember(doc, set, this.#random.oneOf(members), BY_HAND);
    return true;
  }

  #join(): boolean {
    const { editor } = this.replica;
    const joinable = this.#nodes(({ type }) => type.name === 'paragraph').filter(({ position }) => {
      const { nodeBefore } = editor.state.doc.resolve(position);
      return nodeBefore?.type.name === 'paragraph';
    });
    if (joinable.length === 0) return false;
    const { position } = this.#random.oneOf(joinable);
    const before = editor.state.doc.resolve(position).nodeBefore;
    this.#aimAt(before?.childCount === 0 ? position - before.nodeSize : position);
    return this.#select(position + 1) && editor.commands.joinBackward();
  }

  #deleteText(): boolean {
    const blocks = this.#textblocks().filter(({ node }) => node.content.size > 0);
    if (blocks.length === 0) return false;
    const { node, position } = this.#random.oneOf(blocks);
    const from = this.#random.below(node.content.size);
    const to = from + 1 + this.#random.below(Math.min(4, node.content.size - from));
    return this.replica.editor.commands.deleteRange({
      from: position + 1 + from,
      to: position + 1 + Math.min(to, node.content.size),
    });
  }

  #deleteRow(): boolean {
    const rows = this.#rows();
    if (rows.length === 0) return false;
    const { position } = this.#random.oneOf(rows);
    this.#aimAt(position);
    return deleteBlock(this.replica.editor, position);
  }

  #move(): boolean {
    const rows = this.#rows();
    if (rows.length === 0) return false;
    const { position } = this.#random.oneOf(rows);
    const parent = this.replica.editor.state.doc.resolve(position).parent;
    const to = this.#random.below(parent.childCount);
    return moveBlock(this.replica.editor, position, to);
  }

  /** Moves each row that is out of order, one at a time, as the one-click fix does. */
  #sort(): boolean {
    const { editor } = this.replica;
    for (let moves = 0; moves < 20; moves += 1) {
      const rows = this.#nodes(({ type }) => type.name === 'timelineRow');
      const late = rows.findIndex((row, index) => {
        const above = rows[index - 1];
        return above !== undefined && String(row.node.attrs.at) < String(above.node.attrs.at);
      });
      const row = rows[late];
      if (row === undefined) return moves > 0;
      const to = rows.findIndex(({ node }) => String(node.attrs.at) > String(row.node.attrs.at));
      if (!moveBlock(editor, row.position, to)) return moves > 0;
    }
    return true;
  }

  #convert(): boolean {
    const blocks = this.#nodes(({ type }) => type.name === 'paragraph' || type.name === 'heading');
    const { position } = this.#random.oneOf(blocks);
    if (!this.#select(position + 1)) return false;
    const { commands } = this.replica.editor;
    return this.#random.oneOf([
      () => commands.toggleNode('heading', 'paragraph', { level: 3 }),
      () => commands.toggleBulletList(),
      () => commands.toggleBlockquote(),
      () => commands.setNode('codeBlock'),
    ])();
  }

  /** The act may take away the block at `position`, with all that is in it. */
  #aimAt(position: number): void {
    const path = blockPathOf(this.replica.editor.state.doc, position);
    const element = elementAt(bodyOf(this.replica.doc), path);
    if (element !== null) this.#target = new Set([...this.#target, ...idsWithin(element)]);
  }

  /**
   * A list item of several paragraphs that is split hands those that follow to the new item; the binding may make
   * the one with the caret anew as well.
   */
  #aimAtRestOfItem(): void {
    const { $from } = this.replica.editor.state.selection;
    if ($from.node(-1)?.type.name !== 'listItem') return;
    if ($from.indexAfter(-1) === $from.node(-1).childCount) return;
    let position = $from.before();
    for (let index = $from.index(-1); index < $from.node(-1).childCount; index += 1) {
      this.#aimAt(position);
      position += $from.node(-1).child(index).nodeSize;
    }
  }

  /** The position before the nearest node of a type around the caret; null where there is none. */
  #aroundCaret(name: string): number | null {
    const { $from } = this.replica.editor.state.selection;
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      if ($from.node(depth).type.name === name) return $from.before(depth);
    }
    return null;
  }

  #select(position: number): boolean {
    const { view, state } = this.replica.editor;
    const place = state.doc.resolve(Math.min(position, state.doc.content.size));
    if (!place.parent.isTextblock) return false;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, place.pos)));
    return true;
  }

  #placeInText(): number {
    const { node, position } = this.#random.oneOf(this.#textblocks());
    return position + 1 + this.#random.below(node.content.size + 1);
  }

  #textblocks = (): readonly Placed[] => this.#nodes((node) => node.isTextblock);

  #rows = (): readonly Placed[] => this.#nodes((node) => ROWS.has(node.type.name));

  #nodes(wanted: (node: Node) => boolean): readonly Placed[] {
    const found: Placed[] = [];
    this.replica.editor.state.doc.descendants((node, position) => {
      if (wanted(node)) found.push({ node, position });
    });
    return found;
  }
}
