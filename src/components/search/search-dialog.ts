export const openSearch=()=>{};export const warmUp=()=>{}
