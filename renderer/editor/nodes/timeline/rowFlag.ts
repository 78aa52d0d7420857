/** Why a row is to be looked at. */
export type RowFlag =
  | {
      readonly kind: 'order';
      readonly sentence: string;
      /** The words of the move that puts it in order. */
      readonly fix: string;
      /** How many rows it goes up; below zero, down. */
      readonly up: number;
    }
  | { readonly kind: 'unsettled'; readonly sentence: string };
