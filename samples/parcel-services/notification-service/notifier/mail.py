import smtplib
from email.message import EmailMessage

from jinja2 import DictLoader, Environment

from notifier.config import Config

TEMPLATES = {
    "shipment.created": """Hello {{ contact.recipientName }},

{{ contact.senderName }} has announced a parcel for you.
{% if eta %}We expect to deliver it on {{ eta }}.
{% endif %}Follow it at {{ link }}
""",
    "out_for_delivery": """Hello {{ contact.recipientName }},

your parcel from {{ contact.senderName }} is with the courier and arrives today.
{{ link }}
""",
    "parcel.delivered": """Hello {{ contact.recipientName }},

your parcel from {{ contact.senderName }} was delivered.
{{ link }}
""",
}
SUBJECTS = {
    "shipment.created": "Your parcel is announced",
    "out_for_delivery": "Your parcel arrives today",
    "parcel.delivered": "Your parcel was delivered",
}

environment = Environment(loader=DictLoader(TEMPLATES), autoescape=False, trim_blocks=True)


class PermanentMailError(Exception):
    pass


class Mailer:
    def __init__(self, config: Config):
        self.config = config

    def compose(self, template: str, contact: dict, tracking_code: str, eta: str | None) -> EmailMessage:
        message = EmailMessage()
        message["Subject"] = SUBJECTS[template]
        message["From"] = self.config.sender
        message["To"] = contact["recipientEmail"]
        link = f"{self.config.public_url}/tracking/{tracking_code}"
        message.set_content(environment.get_template(template).render(contact=contact, link=link, eta=eta))
        return message

    def send(self, message: EmailMessage) -> None:
        try:
            with smtplib.SMTP(self.config.smtp_host, self.config.smtp_port, timeout=15) as smtp:
                smtp.starttls()
                if self.config.smtp_user:
                    smtp.login(self.config.smtp_user, self.config.smtp_password)
                smtp.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            raise PermanentMailError(str(error)) from error
