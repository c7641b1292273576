/** The steps of history in words. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_NAMES } from '../../../studio/edit-names';

type EditName = (typeof EDIT_NAMES)[keyof typeof EDIT_NAMES];

const KNOWN: readonly EditName[] = Object.values(EDIT_NAMES);

/** A function that translates the name of a step; a step without a name of its own is just an edit. */
export function useStepName(): (name: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (name) => {
      const known = KNOWN.find((candidate) => candidate === name);
      return known === undefined ? t('edit.title') : t(known);
    },
    [t],
  );
}
