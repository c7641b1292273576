/** An export that a closed tab ended: go on, or let it be. */
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterruptedExport } from '../../../studio/exporter';
import { Button } from '../../components/button';
import { ErrorMessage, Message } from '../../components/message';
import { formatPercent } from '../../format';
import { useLocale } from '../../localized';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';

export function Interrupted({ projectId }: { projectId: string }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { exporter } = useStudio();
  const [found, setFound] = useState<InterruptedExport | null>(null);
  const { run, busy, error } = useTask();
  const look = useCallback(async () => {
    const all = await exporter.interrupted();
    setFound(all.find((each) => each.projectId === projectId) ?? null);
  }, [exporter, projectId]);
  useEffect(() => run(look), [run, look]);
  if (found === null) return error === null ? null : <ErrorMessage error={error} />;
  return (
    <Message
      title={t('export.interruptedTitle')}
      next={t('export.interruptedNext', { done: formatPercent(found.done, locale) })}
    >
      <Button tone="primary" busy={busy} onClick={() => void exporter.resume(found.id)}>
        {t('export.resume')}
      </Button>
      <Button
        tone="quiet"
        busy={busy}
        onClick={() =>
          run(async () => {
            await exporter.discard(found.id);
            await look();
          })
        }
      >
        {t('export.discard')}
      </Button>
    </Message>
  );
}
