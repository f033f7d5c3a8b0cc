using System.Web;
using System.Web.UI;
using Northgate.Orders.Core.Data;
using Northgate.Orders.Core.Domain;

namespace Northgate.Orders.Web
{
    public class BasePage : Page
    {
        private const string UserKey = "CurrentUser";
        private const string DraftKey = "DraftOrder";

        protected AppUser CurrentUser
        {
            get
            {
                var user = (AppUser)Session[UserKey];
                if (user == null)
                {
                    user = new UserRepository().FindByAccount(User.Identity.Name);
                    if (user == null)
                    {
                        throw new HttpException(403, "No access for " + User.Identity.Name);
                    }
                    Session[UserKey] = user;
                }
                return user;
            }
        }

        /// <summary>The order being entered; survives the walk through customer and product search.</summary>
        protected Order Draft
        {
            get
            {
                var draft = (Order)Session[DraftKey];
                if (draft == null)
                {
                    draft = new Order { WarehouseId = 1 };
                    Session[DraftKey] = draft;
                }
                return draft;
            }
        }

        protected void DropDraft()
        {
            Session.Remove(DraftKey);
        }
    }
}
