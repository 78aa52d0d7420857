import * as Y from 'yjs';
import { Owners } from './owners.ts';
import { postmortemSchema, SCHEMA_VERSION } from './postmortemSchema.ts';

/**
 * Whether this program may bind an editor to a document. The binding erases what its schema does not know,
 * for every peer, so a document that a newer version wrote is opened read-only and never bound.
 */
export type Judgement =
  | { readonly kind: 'ok' }
  /** `what` names the node, mark, attribute, kind of content or version, for the sentence shown. */
  | { readonly kind: 'unknown'; readonly what: string };

const KNOWN: Judgement = { kind: 'ok' };
const unknown = (what: string): Judgement => ({ kind: 'unknown', what });
/** What is neither element nor text in the body, such as an embed or a map: the binding takes it apart. */
const OTHER_CONTENT = unknown('a kind of content that is neither a node nor text');

/** Yjs stores overlapping marks of one type as `name--hash`. */
const markName = (key: string): string => /^(.*)--[A-Za-z0-9+/=]{8}$/.exec(key)?.[1] ?? key;

const ANY_ATTRIBUTE: ReadonlySet<string> = new Set(
  Object.values(postmortemSchema.nodes).flatMap((type) => Object.keys(type.spec.attrs ?? {})),
);

function judgeNode(name: string): Judgement {
  return postmortemSchema.nodes[name] === undefined ? unknown(`the node “${name.slice(0, 40)}”`) : KNOWN;
}

function judgeAttribute(node: string | null, key: string): Judgement {
  const known =
    node === null ? ANY_ATTRIBUTE.has(key) : key in (postmortemSchema.nodes[node]?.spec.attrs ?? {});
  return known ? KNOWN : unknown(`the attribute “${key.slice(0, 40)}”`);
}

function judgeMark(key: string, value: unknown): Judgement {
  const name = markName(key);
  const type = postmortemSchema.marks[name];
  if (type === undefined) return unknown(`the mark “${name.slice(0, 40)}”`);
  const attributes = value !== null && typeof value === 'object' ? Object.keys(value) : [];
  const strange = attributes.find((attribute) => !(attribute in (type.spec.attrs ?? {})));
  return strange === undefined ? KNOWN : unknown(`the attribute “${strange.slice(0, 40)}”`);
}

function judgeElement(element: Y.XmlElement): Judgement {
  const node = judgeNode(element.nodeName);
  if (node.kind === 'unknown') return node;
  for (const key of Object.keys(element.getAttributes())) {
    const attribute = judgeAttribute(element.nodeName, key);
    if (attribute.kind === 'unknown') return attribute;
  }
  return judgeChildren(element);
}

function judgeText(text: Y.XmlText): Judgement {
  for (const piece of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof piece.insert !== 'string') return OTHER_CONTENT;
    for (const [key, value] of Object.entries(piece.attributes ?? {})) {
      const mark = judgeMark(key, value);
      if (mark.kind === 'unknown') return mark;
    }
  }
  return KNOWN;
}

function judgeChildren(parent: Y.XmlFragment): Judgement {
  for (const child of parent.toArray()) {
    const judgement =
      child instanceof Y.XmlElement
        ? judgeElement(child)
        : child instanceof Y.XmlText
          ? judgeText(child)
          : OTHER_CONTENT;
    if (judgement.kind === 'unknown') return judgement;
  }
  return KNOWN;
}

/** Judges a whole document as it stands. */
export function judgeDocument(doc: Y.Doc): Judgement {
  const version = doc.getMap('about').get('schemaVersion');
  if (typeof version === 'number' && version > SCHEMA_VERSION) return unknown(`schema version ${version}`);
  return judgeChildren(doc.getXmlFragment('body'));
}

/**
 * Judges an update (format V1) by its own structs: node names, mark names, attributes, kinds of content and the
 * schema version.
 * Deleted content does not count: it arrives as garbage-collected structs without content.
 *
 * @param doc the document that the update is for. A value that takes the place of an older one does not say
 *   whose it is; the older one does, in the update or in here
 * @throws Error on bytes that are no update; check them first with shared/sync's bounded reader
 */
export function judgeUpdate(update: Uint8Array, doc: Y.Doc | null = null): Judgement {
  const owners = new Owners(Y.decodeUpdate(withWaiting(update, doc)).structs, doc);
  for (const struct of owners.structs) {
    if (!(struct instanceof Y.Item)) continue;
    const judgement = judgeItem(struct, owners);
    if (judgement.kind === 'unknown') return judgement;
  }
  return KNOWN;
}

/** With what a document could not take yet, since something before it was missing: the update may bring that. */
function withWaiting(update: Uint8Array, doc: Y.Doc | null): Uint8Array {
  const waiting = doc?.store.pendingStructs?.update;
  return waiting === undefined ? update : Y.mergeUpdates([Y.convertUpdateFormatV2ToV1(waiting), update]);
}

function judgeItem(item: Y.Item, owners: Owners): Judgement {
  if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement)
    return judgeNode(item.content.type.nodeName);
  if (item.content instanceof Y.ContentFormat) return judgeMark(item.content.key, item.content.value);
  const owner = owners.of(item);
  if (owner === null) return isOther(item.content) && owners.isInBody(item) ? OTHER_CONTENT : KNOWN;
  if (owner.root === 'about' && owner.key === 'schemaVersion') {
    const [version] = item.content.getContent();
    return typeof version === 'number' && version > SCHEMA_VERSION
      ? unknown(`schema version ${version}`)
      : KNOWN;
  }
  return owner.root === null ? judgeAttribute(owner.node, owner.key) : KNOWN;
}

const isOther = (content: Y.Item['content']): boolean =>
  content instanceof Y.ContentType
    ? !(content.type instanceof Y.XmlText)
    : !(content instanceof Y.ContentString || content instanceof Y.ContentDeleted);
