import { SECTIONS } from '../../../shared/document/sections.ts';

/** What each template holds, in a few words. */
export const FULL_TEMPLATE = `${SECTIONS.length} sections, 5 Whys, sign-off`;
export const SHORT_TEMPLATE = 'Summary, impact, timeline, cause, actions, lessons';
