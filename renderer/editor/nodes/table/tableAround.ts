import { findParentNode } from '@tiptap/core';

/** The innermost table that a selection begins in, with `pos` before it and `start` in it; undefined in none. */
export const tableAround = findParentNode(({ type }) => type.name === 'table');
