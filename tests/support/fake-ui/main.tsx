/** The app over a fake studio, for looking at screens. `?fake=` carries the options as JSON. */
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '../../../src/ui/app';
import { speak, startI18n } from '../../../src/ui/i18n';
import { createFakeStudio, type FakeOptions } from '../fake-studio';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root.');
const query = new URLSearchParams(window.location.search).get('fake');
const options = JSON.parse(query ?? '{}') as FakeOptions;
await startI18n();
await speak(options.settings?.locale ?? 'en');
createRoot(element).render(<App studio={createFakeStudio(options)} />);
