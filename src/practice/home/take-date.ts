/** What the home page needs once somebody turns to the form of the date: the form's element, and the countdown after it. */
import '../interview/interview-date.ts'
import { InterviewStore } from '../interview/interview-store.ts'
import { storage } from '../kit/storage/browser.ts'
import '../notice/storage-notice.ts'

const interview = new InterviewStore(storage)
const countDown = () => void import('./practice-home.ts').catch(() => undefined)
interview.subscribe(countDown)
// The element may have been there before this file, and the date with it.
if (interview.get()) countDown()
