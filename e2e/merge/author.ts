// For the commands that these packages declare.
import type {} from '@tiptap/extension-blockquote';
import type {} from '@tiptap/extension-list';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { moveBlock } from '../../renderer/editor/commands/moveBlock.ts';
import { BY_HAND } from '../../renderer/session/origins.ts';
import { addMember } from '../../shared/document/facts.ts';
import type { Randomness } from './randomness.ts';
import type { Replica } from './replica.ts';
import type { FreshCharacters } from './startingDocument.ts';

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
  | 'undo'
  | 'redo';

const ACTS: readonly Act[] = [
  'type', 'type', 'type', 'type', 'type', 'split', 'join', 'delete text', 'delete row', 'move', 'move', 'sort',
  'convert', 'paste', 'paste', 'mark', 'attribute', 'fact', 'undo', 'redo',
]; // biome-ignore format: weights read better in a row

/** Rows that move among their siblings, each with the container that it moves in. */
const ROWS: Readonly<Record<string, string>> = {
  timelineRow: 'timeline',
  actionItem: 'actionList',
  why: 'whyChain',
  field: 'fieldList',
  checkItem: 'checklist',
};

interface Placed {
  readonly node: Node;
  readonly position: number;
}

const charactersOf = (node: Node): readonly string[] => [...node.textBetween(0, node.content.size)];

/** Drives the editor of one replica through its commands and keeps account of what it meant to lose. */
export class Author {
  readonly replica: Replica;
  readonly #random: Randomness;
  readonly #fresh: FreshCharacters;
  /** Characters that this author chose to delete, or undid. */
  readonly deleted = new Set<string>();
  /** Characters of places that this author deleted, row by row or by joining. */
  readonly deletedPlaces = new Set<string>();
  /** Characters of places that this author moved or converted: for Yjs a delete and a copy. */
  readonly movedPlaces = new Set<string>();
  /** For each character that was put in, the characters that stood in its place. */
  readonly inserted = new Map<string, readonly string[]>();
  readonly acts = new Map<Act, number>();

  constructor(replica: Replica, random: Randomness, fresh: FreshCharacters) {
    this.replica = replica;
    this.#random = random;
    this.#fresh = fresh;
  }

  /** Does one act. @throws Error when an act that deletes nothing lost a character */
  act(): void {
    const act = this.#random.oneOf(ACTS);
    const before = this.replica.characters;
    if (!this.#do(act)) return;
    this.acts.set(act, (this.acts.get(act) ?? 0) + 1);
    const after = this.replica.characters;
    const lost = [...before].filter((character) => !after.has(character));
    const mayDelete = act === 'delete text' || act === 'delete row' || act === 'undo' || act === 'redo';
    if (lost.length > 0 && !mayDelete) throw new Error(`“${act}” lost ${lost.length} characters`);
    for (const character of lost) this.deleted.add(character);
  }

  #do(act: Act): boolean {
    const { editor, undo, doc } = this.replica;
    switch (act) {
      case 'type':
        return this.#type();
      case 'paste':
        return this.#paste();
      case 'split': {
        if (!this.#select(this.#placeInText())) return false;
        return editor.commands.first(({ commands }) => [
          () => commands.splitListItem('listItem'),
          () => commands.splitBlock(),
        ]);
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
        const name = this.#random.oneOf(['mitigated', 'firstAlert', 'keep']);
        editor.view.dispatch(
          editor.state.tr.setNodeAttribute(row.position, name, row.node.attrs[name] ? null : true),
        );
        return true;
      }
      case 'fact': {
        const member = this.#fresh.take(1);
        addMember(doc, 'tenants', member, BY_HAND);
        this.inserted.set(member, []);
        return true;
      }
      case 'undo':
        return undo.undo() !== null;
      case 'redo':
        return undo.redo() !== null;
    }
  }

  #type(): boolean {
    const place = this.#placeInText();
    if (!this.#select(place)) return false;
    const text = this.#fresh.take(1 + this.#random.below(3));
    this.#note(text, place);
    this.replica.editor.view.dispatch(this.replica.editor.state.tr.insertText(text));
    return true;
  }

  #paste(): boolean {
    const paragraphs = this.#nodes(({ type }) => type.name === 'paragraph');
    if (paragraphs.length === 0) return false;
    const { node, position } = this.#random.oneOf(paragraphs);
    const text = this.#fresh.take(2);
    const other = this.#fresh.take(2);
    this.#note(text + other, position + 1);
    return this.replica.editor.commands.insertContentAt(position + node.nodeSize, [
      { type: 'paragraph', content: [{ type: 'text', text }] },
      { type: 'paragraph', content: [{ type: 'text', text: other, marks: [{ type: 'bold' }] }] },
    ]);
  }

  #join(): boolean {
    const { editor } = this.replica;
    const joinable = this.#nodes(({ type }) => type.name === 'paragraph').filter(({ position }) => {
      const { nodeBefore } = editor.state.doc.resolve(position);
      return nodeBefore?.type.name === 'paragraph';
    });
    if (joinable.length === 0) return false;
    const { node, position } = this.#random.oneOf(joinable);
    const before = editor.state.doc.resolve(position).nodeBefore;
    for (const character of [...charactersOf(node), ...(before ? charactersOf(before) : [])]) {
      this.deletedPlaces.add(character);
    }
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
    const { node, position } = this.#random.oneOf(rows);
    for (const character of charactersOf(node)) this.deletedPlaces.add(character);
    return this.replica.editor.commands.deleteRange({ from: position, to: position + node.nodeSize });
  }

  #move(): boolean {
    const rows = this.#rows();
    if (rows.length === 0) return false;
    const { node, position } = this.#random.oneOf(rows);
    const parent = this.replica.editor.state.doc.resolve(position).parent;
    const to = this.#random.below(parent.childCount);
    for (const character of charactersOf(node)) this.movedPlaces.add(character);
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
      for (const character of charactersOf(row.node)) this.movedPlaces.add(character);
      if (!moveBlock(editor, row.position, to)) return moves > 0;
    }
    return true;
  }

  #convert(): boolean {
    const blocks = this.#nodes(({ type }) => type.name === 'paragraph' || type.name === 'heading');
    const { node, position } = this.#random.oneOf(blocks);
    for (const character of charactersOf(node)) this.movedPlaces.add(character);
    const { doc } = this.replica.editor.state;
    const place = doc.resolve(position);
    // Wrapping and lifting touch the neighbours that a list joins with.
    place.parent.forEach((sibling) => {
      if (sibling.isTextblock || /List$/.test(sibling.type.name)) {
        for (const character of charactersOf(sibling)) this.movedPlaces.add(character);
      }
    });
    if (!this.#select(position + 1)) return false;
    const { commands } = this.replica.editor;
    return this.#random.oneOf([
      () => commands.toggleNode('heading', 'paragraph', { level: 3 }),
      () => commands.toggleBulletList(),
      () => commands.toggleBlockquote(),
      () => commands.setNode('codeBlock'),
    ])();
  }

  #note(text: string, position: number): void {
    const place = this.replica.editor.state.doc.resolve(position);
    const depths = Array.from({ length: place.depth + 1 }, (_, depth) => depth);
    const row = depths.find((depth) => place.node(depth).type.name in ROWS);
    const holder = place.node(row ?? Math.min(place.depth, 1));
    for (const character of text) this.inserted.set(character, charactersOf(holder));
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

  #rows = (): readonly Placed[] => this.#nodes((node) => node.type.name in ROWS);

  #nodes(wanted: (node: Node) => boolean): readonly Placed[] {
    const found: Placed[] = [];
    this.replica.editor.state.doc.descendants((node, position) => {
      if (wanted(node)) found.push({ node, position });
    });
    return found;
  }
}
