import * as Y from 'yjs';

type Struct = Y.Item | Y.GC | Y.Skip;

/** Whose value an item of an update is: an attribute of a node, or an entry of a map at the root. */
export interface Owner {
  readonly key: string;
  /** The name of the map at the root; null for an attribute. */
  readonly root: string | null;
  /** The name of the node that the attribute is of; null where nobody here knows it. */
  readonly node: string | null;
}

/**
 * Says whose the values in an update are. Yjs writes the owner only with the first value of a key; each later one
 * names the value that it follows, which is in the same update or in the document that the update is for.
 */
export class Owners {
  readonly structs: readonly Struct[];
  readonly #doc: Y.Doc | null;
  /** The structs of the update by client, in the order of their clocks. */
  readonly #byClient = new Map<number, Struct[]>();

  constructor(structs: readonly Struct[], doc: Y.Doc | null) {
    this.structs = structs;
    this.#doc = doc;
    for (const struct of structs) {
      const own = this.#byClient.get(struct.id.client);
      if (own === undefined) this.#byClient.set(struct.id.client, [struct]);
      else own.push(struct);
    }
  }

  /** Null for what is no value under a key, and for one whose owner nobody here knows. */
  of(item: Y.Item): Owner | null {
    const first = this.#firstOfKey(item);
    if (first === null || first.parentSub === null) return null;
    const parent: unknown = first.parent;
    const key = first.parentSub;
    if (typeof parent === 'string') return { key, root: parent, node: null };
    if (parent instanceof Y.ID) return { key, root: null, node: this.#nodeAt(parent) };
    if (parent instanceof Y.XmlElement) return { key, root: null, node: parent.nodeName };
    const root = this.#rootName(parent);
    return root === null ? null : { key, root, node: null };
  }

  /** Whether it stands in the text: among the nodes, or in one; true where nobody here knows. */
  isInBody(item: Y.Item): boolean {
    const parent: unknown = this.#firstOfKey(item)?.parent ?? null;
    if (typeof parent === 'string') return parent === 'body';
    const root = this.#rootName(parent);
    if (root !== null) return root === 'body';
    const type = parent instanceof Y.ID ? this.#typeAt(parent) : parent;
    return type === null || type instanceof Y.XmlFragment || type instanceof Y.XmlText;
  }

  /** Goes back to the value that says whose it is; one that the document has integrated knows it, too. */
  #firstOfKey(item: Y.Item): Y.Item | null {
    let at: Struct | null = item;
    // Each step leads to an older value, so more of them than there are structs would be a circle.
    for (let steps = this.structs.length; steps >= 0; steps -= 1) {
      if (!(at instanceof Y.Item)) return null;
      if (at.parent !== null) return at;
      const before = at.origin ?? at.rightOrigin;
      if (before === null) return null;
      at = this.#structAt(before);
    }
    return null;
  }

  #nodeAt(id: Y.ID): string | null {
    const type = this.#typeAt(id);
    return type instanceof Y.XmlElement ? type.nodeName : null;
  }

  #typeAt(id: Y.ID): unknown {
    const struct = this.#structAt(id);
    return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
  }

  #structAt({ client, clock }: Y.ID): Struct | null {
    const inUpdate = structAt(this.#byClient.get(client) ?? [], clock);
    return inUpdate ?? structAt(this.#doc?.store.clients.get(client) ?? [], clock);
  }

  /** A root has no class of its own in a document whose program has not asked for it yet: only its name tells. */
  #rootName(type: unknown): string | null {
    for (const [name, root] of this.#doc?.share ?? []) if (root === type) return name;
    return null;
  }
}

function structAt(structs: readonly Struct[], clock: number): Struct | null {
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle] as Struct;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return null;
}
