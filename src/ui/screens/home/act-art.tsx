/** The drawings of the two acts: a lens, and somebody dancing. */
import type { ReactElement } from 'react';

/** A lens: rings round the record dot. */
export function LensArt(props: { className?: string | undefined }): ReactElement {
  return (
    <svg
      className={props.className}
      viewBox="0 0 200 200"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <circle cx="100" cy="100" r="88" strokeWidth="2" opacity="0.35" />
      <circle cx="100" cy="100" r="66" strokeWidth="3" opacity="0.55" />
      <path d="M100 56a44 44 0 1 1-38 22" strokeWidth="8" strokeLinecap="round" />
      <circle cx="100" cy="100" r="22" fill="currentColor" stroke="none" />
    </svg>
  );
}

const DANCER = 'M100 78v44M100 84l-28-12-14-26M100 84l30 6 18-22M100 122l-20 28-6 34M100 122l24 22 14 34';

/** Somebody in three beats. */
export function DancerArt(props: { className?: string | undefined }): ReactElement {
  return (
    <svg className={props.className} viewBox="0 0 200 200" fill="none" aria-hidden="true">
      {[0.18, 0.4, 1].map((opacity, beat) => (
        <g
          key={opacity}
          opacity={opacity}
          transform={`translate(${(beat - 2) * 20} ${(2 - beat) * 6}) rotate(${(beat - 2) * 5} 100 120)`}
          stroke={beat === 2 ? 'var(--cool)' : 'currentColor'}
          strokeWidth="12"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d={DANCER} />
          <circle cx="100" cy="54" r="15" stroke="none" fill={beat === 2 ? 'var(--cool)' : 'currentColor'} />
        </g>
      ))}
    </svg>
  );
}
