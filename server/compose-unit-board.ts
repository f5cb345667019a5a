// Wires the boards of the units.
import type { Router } from 'express'
import { type BoardsDeps, createBoards } from './unit-board/boards.ts'
import { loadCitizens } from './unit-board/citizens-seed.ts'
import { serveUnitBoard } from './unit-board/http.ts'

export const unitBoardRouter = (deps: Omit<BoardsDeps, 'citizens'>): Router =>
  serveUnitBoard(createBoards({ ...deps, citizens: loadCitizens(deps.registry) }))
