/** Words of headings under which timelines stand, in the languages of the headings. */
const TIMELINE =
  /(?<!\p{L})(?:time[ -]?lines?|chronology|(?:sequence|course|order) of events|key events|(?:events?|incident|activity) log|zeit(?:leiste|achse|linie|strahl|verlauf)|(?:zeitlicher )?(?:ab|ver)lauf|chronologie|chronik|déroulement|cronolog[íi]a|l[íi]nea (?:de tiempo|temporal)|linha (?:do tempo|temporal))(?!\p{L})/iu;

/** Whether a heading's words say that a timeline follows: `Full Timeline`, `Timeline: EU region`. */
export const saysTimeline = (heading: string): boolean => TIMELINE.test(heading);

/** A heading without those words. */
export const besidesTimeline = (heading: string): string => heading.replace(TIMELINE, '').trim();
