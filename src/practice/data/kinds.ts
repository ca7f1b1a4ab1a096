/** What each kind of records is called to the person who wrote them, in the order of the overview. */
export interface Kind {
  /** Name of the shelf. */
  shelf: string
  /** As it stands in a list. */
  name: string
}

export const kinds: readonly Kind[] = [
  { shelf: 'interview', name: 'Date of the interview' },
  { shelf: 'reviews', name: 'Cards you graded' },
  { shelf: 'card-notes', name: 'Notes on cards' },
  { shelf: 'card-queue', name: 'Cards put in front' },
  { shelf: 'card-choice', name: 'Choice of cards' },
  { shelf: 'mocks', name: 'Mock interviews' },
  { shelf: 'mock-notes', name: 'Notes in mock interviews' },
  { shelf: 'plan', name: 'Chosen plan' },
  { shelf: 'tasks', name: 'Tasks ticked' },
  { shelf: 'blanks', name: 'Blanks filled in' },
  { shelf: 'stories', name: 'Stories in your words' },
  { shelf: 'story-uses', name: 'Stories chosen for questions' },
  { shelf: 'asks', name: 'Questions to ask, marked' },
  { shelf: 'ask-lists', name: 'Questions to ask, chosen' },
  { shelf: 'ask-setup', name: 'Whom you meet next' },
  { shelf: 'seen-flags', name: 'Red flags seen' },
]
