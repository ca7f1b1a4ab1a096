/** What a script adds to a page that is read, in one file: a second one would be a request more. */
import './copy-code.ts'
import './current-section.ts'
