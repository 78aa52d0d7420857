/** The two channels between a window's preload and the host; everything on them is shared/contract's. */
export const CALL_CHANNEL = 'debrief:call';
export const EVENT_CHANNEL = 'debrief:event';
