document.body.textContent = 'Codeword'
