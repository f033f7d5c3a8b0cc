(function () {
  var forms = document.querySelectorAll('form[data-confirm]');
  for (var i = 0; i < forms.length; i++) {
    forms[i].addEventListener('submit', function (e) {
      if (!window.confirm(this.getAttribute('data-confirm'))) {
        e.preventDefault();
      }
    });
  }
  var payment = document.querySelector('select[name=payment_kind]');
  if (payment) {
    var card = document.getElementById('card');
    var toggle = function () { card.style.display = payment.value === 'CARD' ? '' : 'none'; };
    payment.addEventListener('change', toggle);
    toggle();
  }
}());
