import { createStore } from 'zustand/vanilla';

export interface Toast {
  readonly id: number;
  /** One line: what was done. */
  readonly text: string;
  /** One way back, as a rule Undo. */
  readonly action?: ToastAction | undefined;
}

export interface ToastAction {
  readonly label: string;
  readonly onSelect: () => void;
}

/** More would cover the page; the oldest goes. */
const MOST = 3;

interface ToastState {
  readonly toasts: readonly Toast[];
  readonly lastId: number;
}

/** The toasts on screen, the newest last. Toasts shows them. */
export const toastStore = createStore<ToastState>(() => ({ toasts: [], lastId: 0 }));

/**
 * Shows one line at the foot of the window, and a way back. It goes by itself, so it is never for errors. What is
 * said again takes the place of what was said before, and so does a way back: it leads back from the last thing done.
 * @returns the id to dismiss it by
 */
export function showToast(text: string, action?: ToastAction): number {
  const id = toastStore.getState().lastId + 1;
  toastStore.setState(({ toasts }) => ({
    lastId: id,
    toasts: [...toasts.filter((toast) => !isReplaced(toast, text, action)), { id, text, action }].slice(
      -MOST,
    ),
  }));
  return id;
}

const isReplaced = (toast: Toast, text: string, action: ToastAction | undefined): boolean =>
  toast.text === text || (action !== undefined && toast.action?.label === action.label);

/** Takes a toast away; nothing happens when it is gone already. */
export function dismissToast(id: number): void {
  toastStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
