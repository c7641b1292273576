/** Whether the film can play again and again without a seam, and what one press can do about it. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addFlicks } from '../../../../core/time';
import type { LoopEnd, LoopFinding } from '../../../../project/loop-check';
import type { Project } from '../../../../project/project';
import type { LoopReport } from '../../../../studio/check-loop';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import type { Editor } from '../../../../studio/editor';
import { Button } from '../../../components/button';
import { Icon, type IconName } from '../../../components/icons';
import { ErrorMessage } from '../../../components/message';
import { Progress } from '../../../components/progress';
import { useStudio, useStudioState } from '../../../studio-context';
import { useTask } from '../../../use-task';
import { formatTimecode } from '../timecode';
import { placedItems } from '../timeline-rows';
import own from './loop-check.module.css';
import styles from './panels.module.css';

/** Nothing for an empty film. */
export function LoopCheck(): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const project = useStudioState(editor.store, (state) => state.project);
  const isEmpty = useStudioState(editor.store, (state) => state.duration === 0);
  const task = useTask();
  const [report, setReport] = useState<LoopReport | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  if (project === null || isEmpty) return null;

  const check = (): void =>
    task.run(async () => {
      const controller = new AbortController();
      abort.current = controller;
      try {
        setReport(await editor.checkLoop({ signal: controller.signal, onProgress: setProgress }));
      } finally {
        setProgress(null);
      }
    });
  // What was found is true of the film that was looked at.
  const findings = report?.project === project ? report.findings : [];
  return (
    <div className={styles.part}>
      <Button icon="restart" wide busy={task.busy} onClick={check}>
        {t('editor.loopCheck')}
      </Button>
      <p className={styles.hint}>{t('editor.loopCheckHint')}</p>
      {progress === null ? null : (
        <>
          <Progress label={t('editor.loopLooking')} value={progress} />
          <Button tone="quiet" icon="close" onClick={() => abort.current?.abort()}>
            {t('common.cancel')}
          </Button>
        </>
      )}
      {task.error === null ? null : <ErrorMessage error={task.error} />}
      <div role="status">
        {findings.length === 0 ? null : <Findings findings={findings} project={project} onDone={check} />}
      </div>
    </div>
  );
}

/** What was found, in sentences, and the buttons that help; each press is looked at again. */
function Findings(props: {
  findings: readonly LoopFinding[];
  project: Project;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { findings, project, onDone } = props;
  const sentenceOf = ({ kind, ok, suggestion }: LoopFinding): string =>
    ok
      ? t(`editor.loopFine.${kind}`)
      : suggestion === 'no-fade'
        ? t('editor.loopSeam.soundFades')
        : t(`editor.loopSeam.${kind}`);
  return (
    <>
      <ul className={own.findings}>
        {findings.map((finding) => (
          <li key={finding.kind} className={own.finding} data-ok={finding.ok || undefined}>
            <Icon name={finding.ok ? 'check' : 'warning'} size={18} />
            <span>{sentenceOf(finding)}</span>
          </li>
        ))}
      </ul>
      {findings.some(({ suggestion }) => suggestion === 'crossfade') ? (
        <p className={styles.hint}>{t('editor.loopCrossfade')}</p>
      ) : null}
      {helpsFor(findings, project).map((help) => (
        <Button
          key={help.key}
          icon={help.icon}
          wide
          className={own.help}
          onClick={() => {
            help.apply(editor);
            onDone();
          }}
        >
          {t(`editor.loopHelp.${help.word}`, { time: help.time })}
        </Button>
      ))}
    </>
  );
}

/** Something that one press does. */
interface Help {
  readonly key: string;
  readonly icon: IconName;
  readonly word: 'barMatch' | 'bar' | 'match' | 'nearest' | 'fadeOut' | 'click' | 'noFade';
  /** Where the film would end, in figures. */
  readonly time: string;
  readonly apply: (editor: Editor) => void;
}

/** The help for every finding, each but once. */
function helpsFor(findings: readonly LoopFinding[], project: Project): Help[] {
  const helps = findings.flatMap((finding) => helpFor(finding, project));
  return helps.filter(({ key }, index) => helps.findIndex((help) => help.key === key) === index);
}

function helpFor({ suggestion, trimTo, fadeSeconds = 0 }: LoopFinding, project: Project): Help[] {
  switch (suggestion) {
    case 'trim-to-bar':
    case 'match-pose': {
      const last = placedItems(project, 'video').at(-1);
      if (trimTo === undefined || last === undefined) return [];
      const time = formatTimecode(trimTo.time, project.fps);
      return [
        {
          key: `trim-${trimTo.time}`,
          icon: 'trim-end',
          word: wordFor(trimTo),
          time,
          apply: (editor) => editor.trimClip(last.item.id, 'end', trimTo.time),
        },
      ];
    }
    case 'fade-out':
      return [
        {
          key: 'fade-out',
          icon: 'volume',
          word: fadeSeconds < 0.1 ? 'click' : 'fadeOut',
          time: '',
          apply: (editor) => fadeEnd(editor, project, (before) => Math.max(before, fadeSeconds)),
        },
      ];
    case 'no-fade':
      // Where the song itself goes quiet there is no fade to take away.
      if (soundingAtEnd(project).every(({ item }) => (item.fadeOut ?? 0) === 0)) return [];
      return [
        {
          key: 'no-fade',
          icon: 'volume',
          word: 'noFade',
          time: '',
          apply: (editor) => fadeEnd(editor, project, () => 0),
        },
      ];
    case 'crossfade':
    case null:
      return [];
  }
}

function wordFor({ on, matches }: LoopEnd): Help['word'] {
  if (on === 'bar') return matches ? 'barMatch' : 'bar';
  return matches ? 'match' : 'nearest';
}

/** Sets the fades of all that sounds where the film ends, as one step. */
function fadeEnd(editor: Editor, project: Project, next: (before: number) => number): void {
  editor.beginGesture(EDIT_NAMES.adjust);
  for (const { kind, item } of soundingAtEnd(project)) {
    const fadeOut = next(item.fadeOut ?? 0);
    if (kind === 'music') editor.changeMusic(item.id, { fadeOut });
    else if (kind === 'voice') editor.changeVoice(item.id, { fadeOut });
    else if (kind === 'video') editor.changeClip(item.id, { fadeOut });
  }
  editor.endGesture();
}

/** The last clip, and music and voices that reach the end of the film. */
function soundingAtEnd(project: Project) {
  const clip = placedItems(project, 'video').at(-1);
  const end = clip === undefined ? 0 : addFlicks(clip.item.start, clip.item.duration);
  return (['video', 'music', 'voice'] as const)
    .flatMap((kind) => placedItems(project, kind))
    .filter((placed) => placed.kind === 'video' || placed.kind === 'music' || placed.kind === 'voice')
    .filter(({ item }) => item.start < end && item.start + item.duration >= end && item.volume > 0);
}
