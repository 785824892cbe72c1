import { readInWorker } from './reading/read-in-worker.ts'
import { ANNA, drawSpecimen } from './specimen.ts'
const front = await drawSpecimen(ANNA, 'card_front'), back= await drawSpecimen(ANNA, 'card_back')
let ticks=0; const i=setInterval(()=>ticks++,10)
const t=Date.now()
console.log(await readInWorker([front, back]), Date.now()-t, ticks); clearInterval(i)
