/** Which component shows a route. Each screen is fetched when it is first needed. */
import { lazy, type ReactElement } from 'react';
import { NotFound } from './not-found';
import type { Route } from './routes';

const HomeScreen = lazy(async () => ({
  default: (await import('./screens/home/home-screen')).HomeScreen,
}));
const CreateScreen = lazy(async () => ({
  default: (await import('./screens/create/create-screen')).CreateScreen,
}));
const DanceScreen = lazy(async () => ({
  default: (await import('./screens/dance/dance-screen')).DanceScreen,
}));
const PickerScreen = lazy(async () => ({
  default: (await import('./screens/dance/picker-screen')).PickerScreen,
}));
const PracticeScreen = lazy(async () => ({
  default: (await import('./screens/practice/practice-screen')).PracticeScreen,
}));
const CalibrateScreen = lazy(async () => ({
  default: (await import('./screens/calibrate/calibrate-screen')).CalibrateScreen,
}));
const MakeScreen = lazy(async () => ({
  default: (await import('./screens/make/make-screen')).MakeScreen,
}));
const ResultScreen = lazy(async () => ({
  default: (await import('./screens/result/result-screen')).ResultScreen,
}));
const EditorScreen = lazy(async () => ({
  default: (await import('./screens/editor/editor-screen')).EditorScreen,
}));
const ExportScreen = lazy(async () => ({
  default: (await import('./screens/export/export-screen')).ExportScreen,
}));
const LibraryScreen = lazy(async () => ({
  default: (await import('./screens/library/library-screen')).LibraryScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('./screens/settings/settings-screen')).SettingsScreen,
}));

/** The screen of `route`; null is an address without one. */
export function ScreenOf(props: { route: Route | null }): ReactElement {
  const { route } = props;
  switch (route?.screen) {
    case undefined:
      return <NotFound />;
    case 'home':
      return <HomeScreen />;
    case 'create':
      return <CreateScreen />;
    case 'dance':
      return route.challengeId === null ? (
        <PickerScreen />
      ) : (
        <DanceScreen key={route.challengeId} challengeId={route.challengeId} />
      );
    case 'practice':
      return <PracticeScreen key={route.challengeId} challengeId={route.challengeId} moves={route.moves} />;
    case 'calibrate':
      return <CalibrateScreen />;
    case 'make':
      return <MakeScreen />;
    case 'result':
      return <ResultScreen key={route.takeId} takeId={route.takeId} />;
    case 'editor':
      return <EditorScreen key={route.projectId} projectId={route.projectId} />;
    case 'export':
      return <ExportScreen key={route.projectId} projectId={route.projectId} />;
    case 'library':
      return <LibraryScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}
