/**
 * Sets the chosen theme before the first paint, so that no page flashes in the wrong one. Runs inline, which the
 * content security policy allows by its hash alone. It and `theme.ts` are the only readers of storage outside
 * `practice/`.
 */
export const THEME_KEY = 'guide-theme'

export const themeBoot = `(d=>{d.js='';try{const t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')d.theme=t}catch{}})(document.documentElement.dataset)`
