import type { AnyExtension } from '@tiptap/core';
import {
  RootCause,
  Why,
  WhyAnswer,
  WhyChain,
  WhyProblem,
  WhyQuestion,
} from '../../../../shared/schema/whyNodes.ts';
import { FORM } from '../../rows/formNode.ts';
import { WhyChainForm } from './whyChainForm.ts';
import { RootCausePart, WhyAnswerPart, WhyProblemPart, WhyQuestionPart } from './whyParts.ts';
import { WhyRow } from './whyRow.ts';

/** The nodes of a 5 Whys chain with their views. */
export const whyViews: readonly AnyExtension[] = [
  WhyChain.extend({ ...FORM, addNodeView: () => (props) => new WhyChainForm(props) }),
  WhyProblem.extend({ addNodeView: () => (props) => new WhyProblemPart(props) }),
  Why.extend({ ...FORM, addNodeView: () => (props) => new WhyRow(props) }),
  WhyQuestion.extend({ addNodeView: () => (props) => new WhyQuestionPart(props) }),
  WhyAnswer.extend({ addNodeView: () => (props) => new WhyAnswerPart(props) }),
  RootCause.extend({ addNodeView: () => (props) => new RootCausePart(props) }),
];
