/** Puts a slider on every pair of photos. */
export function slides(): void {
  for (const pair of document.querySelectorAll<HTMLElement>('.before-after[data-slide]')) {
    const [before = '', after = ''] = [...pair.querySelectorAll('figcaption')].map((one) => one.textContent ?? '')
    const slide = document.createElement('input')
    slide.type = 'range'
    slide.className = 'before-after__slide'
    slide.setAttribute('aria-label', pair.dataset.slide ?? '')
    const move = () => {
      pair.style.setProperty('--at', `${slide.value}%`)
      slide.setAttribute('aria-valuetext', `${before} ${slide.value} %, ${after} ${100 - Number(slide.value)} %`)
    }
    slide.addEventListener('input', move)
    move()
    pair.append(slide)
    pair.classList.add('before-after--live')
  }
}
