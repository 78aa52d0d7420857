/** "Start from a sentence": the skeleton of a summary, put in on request. Its gaps are filled in by hand. */
export const SUMMARY_SKELETON =
  'Between HH:MM and HH:MM UTC on YYYY-MM-DD, … was … for …. The root cause was …. Customer impact: …. We mitigated it by …, and … keeps it from happening again.';

/** A gap of the skeleton, with the words of it that stand beside it. */
const GAP =
  /\bHH:MM\b|\bYYYY-MM-DD\b|… was\b|\bwas …|\bfor …\.|\bCustomer impact: …|\bmitigated it by …|\band … keeps\b/;

/** Whether a text still has a gap of the skeleton in it. */
export const hasSkeletonGap = (text: string): boolean => GAP.test(text);
