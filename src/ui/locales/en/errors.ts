/** What happened and what to do next, for every code of `StudioError`. */
export const errors = {
  'camera-denied': {
    title: 'The camera is not allowed',
    next: 'Allow it from the lock in the address bar, or go on without a camera.',
  },
  'camera-missing': {
    title: 'No camera found',
    next: 'Plug one in and try again, or go on without a camera.',
  },
  'camera-busy': {
    title: 'Another app is using the camera',
    next: 'Close that app or tab, then try again.',
  },
  'camera-lost': {
    title: 'The camera went away',
    next: 'What you recorded until then is kept. Check the cable and try again.',
  },
  'camera-unsupported': {
    title: 'This browser cannot open a camera here',
    next: 'Use a recent browser over https, or go on without a camera.',
  },
  'microphone-denied': {
    title: 'The microphone is not allowed',
    next: 'Allow it from the lock in the address bar, or record without it.',
  },
  'microphone-missing': {
    title: 'No microphone found',
    next: 'Plug one in, or record without it.',
  },
  'recorder-failed': {
    title: 'The recording stopped',
    next: 'What was written until then is in your library. Try once more.',
  },
  'file-empty': {
    title: 'This file is empty',
    next: 'It may not have finished copying. Choose it again.',
  },
  'file-unreadable': {
    title: 'This file cannot be read',
    next: 'Copy it to this device first, then choose it again.',
  },
  'file-not-media': {
    title: 'This is not a video or a song',
    next: 'Choose an MP4, MOV or WebM clip, or a song as MP3, M4A, WAV or OGG.',
  },
  'file-no-picture': {
    title: 'This file has sound but no picture',
    next: 'Choose a video, or add it as music instead.',
  },
  'codec-unsupported': {
    title: 'This browser cannot play this kind of video',
    next: 'Save the clip as H.264 (on an iPhone: Most Compatible) and try again.',
  },
  'file-too-long': {
    title: 'This clip is too long',
    next: 'Cut it shorter first, then import it again.',
  },
  'file-too-large': {
    title: 'This file is too large',
    next: 'Choose a shorter or smaller clip.',
  },
  'file-corrupt': {
    title: 'This file is damaged',
    next: 'Copy it from where it came from once more.',
  },
  'audio-undecodable': {
    title: 'The sound cannot be read',
    next: 'The picture still works. Choose other music, or convert the sound.',
  },
  'motion-unknown': {
    title: 'This motion file is of another skeleton',
    next: 'It must name these joints: {{joints}}. Export it with common names, such as Mixamo’s.',
  },
  'nobody-dances': {
    title: 'Nobody dances here',
    next: 'Choose a film with one person in full view, for at least three seconds.',
  },
  'pose-model-missing': {
    title: 'The part that sees your body did not load',
    next: 'Check your connection once and reload. After that it works offline.',
  },
  'pose-crashed': {
    title: 'We lost sight of you for a moment',
    next: 'It restarts by itself. If not, choose the light model in Settings.',
  },
  'webgl-missing': {
    title: 'This browser has graphics switched off',
    next: 'Turn hardware acceleration on in its settings, then reload.',
  },
  'gpu-lost': {
    title: 'The graphics stopped for a moment',
    next: 'They restart by themselves. If not, reload: your work is saved.',
  },
  'effect-invalid': {
    title: 'This effect does not work',
    next: 'It was left out. Choose another one.',
  },
  'effect-unreadable': {
    title: 'This file cannot be used as an effect',
    next: 'See the reason below; the rest of your film is untouched.',
  },
  'effect-too-slow': {
    title: 'This effect is too slow for this device',
    next: 'It was left out, so that nothing stops. Try a simpler one.',
  },
  'captions-invalid': {
    title: 'This file holds no captions',
    next: 'Choose an .srt or .lrc file with times.',
  },
  'look-invalid': {
    title: 'This is not a look',
    next: 'Open a .fifteen-look file that was shared from Fifteen.',
  },
  'shader-failed': {
    title: 'This effect does not run on this device',
    next: 'Turn it off or choose another one.',
  },
  'project-invalid': {
    title: 'This project cannot be opened',
    next: 'Its takes are still in your library: make a new project from them.',
  },
  'project-too-new': {
    title: 'This project was made with a newer Fifteen',
    next: 'Update Fifteen, then open it again.',
  },
  'challenge-invalid': {
    title: 'This challenge cannot be read',
    next: 'Choose another one.',
  },
  'storage-full': {
    title: 'This device is full',
    next: 'Delete takes or exports you no longer need, then try again.',
  },
  'storage-unavailable': {
    title: 'Nothing can be kept in this window',
    next: 'Leave private browsing, or allow this site to store data.',
  },
  'storage-missing': {
    title: 'This is no longer on this device',
    next: 'It was deleted here or by the browser. Look in your library.',
  },
  'export-failed': {
    title: 'The film could not be made',
    next: 'Your project is safe. Try again, or choose the smaller size.',
  },
  'export-empty': {
    title: 'There is nothing to export yet',
    next: 'Add a clip to the project first.',
  },
  'encoder-unsupported': {
    title: 'This browser cannot make this film',
    next: 'Choose the smaller size, or use a recent Chrome, Edge or Safari.',
  },
  'muxer-failed': {
    title: 'Picture and sound could not be put together',
    next: 'Try again. Your project is safe.',
  },
  'worker-crashed': {
    title: 'A part of Fifteen stopped',
    next: 'Try again. If it happens again, close other tabs first.',
  },
  cancelled: {
    title: 'Stopped',
    next: 'Nothing was changed.',
  },
  unexpected: {
    title: 'Something went wrong',
    next: 'Try again. What you made is safe.',
  },
};
