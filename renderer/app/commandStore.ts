import { useLayoutEffect, useRef } from 'react';
import { createStore } from 'zustand/vanilla';
import type { CommandId } from './commands.ts';
import type { PaletteItem } from './paletteItem.ts';

/** What does a command now, for the commands that are possible now. */
export type CommandHandlers = { readonly [Id in CommandId]?: () => void };

interface CommandState {
  /** What pages offer, the latest first: the innermost part of a page answers for it. */
  readonly offers: readonly { readonly can: readonly CommandId[]; readonly run: (id: CommandId) => void }[];
  /** Lines beside the commands, read when they are wanted: sections, actions, people. */
  readonly sources: readonly (() => readonly PaletteItem[])[];
}

/** Which commands can be run now. Pages fill it by {@link useCommands} and {@link usePaletteSource}. */
export const commandStore = createStore<CommandState>(() => ({ offers: [], sources: [] }));

/** Whether anything on screen does the command now. */
export const canRun = (id: CommandId): boolean =>
  commandStore.getState().offers.some(({ can }) => can.includes(id));

/** Runs a command. @returns false when nothing on screen does it now */
export function runCommand(id: CommandId): boolean {
  const offer = commandStore.getState().offers.find(({ can }) => can.includes(id));
  offer?.run(id);
  return offer !== undefined;
}

/** All lines that the open pages give to the palette. */
export const paletteItems = (): readonly PaletteItem[] =>
  commandStore.getState().sources.flatMap((source) => source());

/** Offers commands for as long as the component lives; the handlers of the last render are run. */
export function useCommands(handlers: CommandHandlers): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const can = Object.keys(handlers).join(' ');
  useLayoutEffect(() => {
    const offer = {
      can: can.split(' ') as CommandId[],
      run: (id: CommandId) => latest.current[id]?.(),
    };
    commandStore.setState(({ offers }) => ({ offers: [offer, ...offers] }));
    return () =>
      commandStore.setState(({ offers }) => ({ offers: offers.filter((other) => other !== offer) }));
  }, [can]);
}

/** Gives lines to the palette for as long as the component lives. */
export function usePaletteSource(read: () => readonly PaletteItem[]): void {
  const latest = useRef(read);
  useLayoutEffect(() => {
    latest.current = read;
  });
  useLayoutEffect(() => {
    const source = (): readonly PaletteItem[] => latest.current();
    commandStore.setState(({ sources }) => ({ sources: [...sources, source] }));
    return () =>
      commandStore.setState(({ sources }) => ({ sources: sources.filter((other) => other !== source) }));
  }, []);
}
