import { type Extensions, getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { ActionItem, ActionList } from './actionNodes.ts';
import { CheckItem, Checklist, Field, FieldList, SignOff, SignOffRow } from './formNodes.ts';
import { Image } from './imageNode.ts';
import { Footnote, FootnoteReference, RawBlock, RawInline } from './keptNodes.ts';
import { Link } from './linkMark.ts';
import { ordinaryExtensions } from './ordinaryNodes.ts';
import { Timeline, TimelineEvent, TimelineRow, TimelineSource } from './timelineNodes.ts';
import { RootCause, Why, WhyAnswer, WhyChain, WhyProblem, WhyQuestion } from './whyNodes.ts';

/** The schema version that this program writes, in `about.schemaVersion`. A newer one is opened read-only. */
export const SCHEMA_VERSION = 1;

/** Nodes and marks of the body, without views; the window extends some with node views and commands. */
export const postmortemExtensions: Extensions = [
  ...ordinaryExtensions,
  Link,
  Image,
  RawBlock,
  RawInline,
  Footnote,
  FootnoteReference,
  FieldList,
  Field,
  Timeline,
  TimelineRow,
  TimelineEvent,
  TimelineSource,
  WhyChain,
  WhyProblem,
  Why,
  WhyQuestion,
  WhyAnswer,
  RootCause,
  ActionList,
  ActionItem,
  Checklist,
  CheckItem,
  SignOff,
  SignOffRow,
];

/** The ProseMirror schema of the body. */
export const postmortemSchema: Schema = getSchema(postmortemExtensions);
