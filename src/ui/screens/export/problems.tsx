/** What will go wrong, or was perhaps not meant, each with one press to mend it. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportChoice, PreflightProblem } from '../../../studio/exporter';
import { Button } from '../../components/button';
import { ErrorMessage, Message } from '../../components/message';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';

export function Problems(props: {
  projectId: string;
  choice: ExportChoice;
  problems: readonly PreflightProblem[];
  onMended: (choice: ExportChoice) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { exporter } = useStudio();
  const { run, busy, error } = useTask();
  return (
    <>
      {error === null ? null : <ErrorMessage error={error} />}
      {props.problems.map(({ id, isFatal, values }) => (
        <Message
          key={id}
          tone={isFatal ? 'error' : 'info'}
          title={t(`export.problem.${id}.title`, values)}
          next={t(`export.problem.${id}.next`, values)}
        >
          <Button
            busy={busy}
            onClick={() =>
              run(async () => props.onMended(await exporter.mend(props.projectId, props.choice, id)))
            }
          >
            {t(`export.problem.${id}.mend`, values)}
          </Button>
        </Message>
      ))}
    </>
  );
}
