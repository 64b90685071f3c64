/** What makes such a file is large, and comes when it is asked for. */
export async function asDocx(page: Response): Promise<Blob> {
  const { docxOf } = await import('./docx-file.ts')
  return docxOf(await page.text())
}
