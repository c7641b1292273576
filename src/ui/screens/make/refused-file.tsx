/** Why a challenge file was not let in, in plain words; other errors as everywhere. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudioError } from '../../../core/errors';
import { refusalOf } from '../../../studio/challenge-maker';
import { ErrorMessage, Message } from '../../components/message';

export function RefusedFile({ error }: { error: StudioError }): ReactElement {
  const { t } = useTranslation();
  if (error.code !== 'challenge-invalid') return <ErrorMessage error={error} />;
  return <Message tone="error" title={t('make.refused')} next={t(`make.refusal.${refusalOf(error)}`)} />;
}
